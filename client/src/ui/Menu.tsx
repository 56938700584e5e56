import CheckIcon from "lucide-react-native/icons/check";
import { useEffect, useRef, useState, type ReactElement } from "react";
import { Modal, Pressable, ScrollView, View } from "react-native";

import { FocusBack } from "./FocusBack";
import { Icon, type IconShape } from "./Icon";
import { along, isHovered, onSpace, takeFocus } from "./interaction";
import { usePlace } from "./place";
import { Scrim } from "./Scrim";
import { Text } from "./Text";
import { makeStyles, useTheme } from "./theme";
import { radius, shadow, space, type ColorRole } from "./tokens";

export type MenuChoice = {
  key: string;
  label: string;
  detail?: string;
  icon?: IconShape;
  color?: ColorRole;
  selected?: boolean;
  disabled?: boolean;
  onPress: () => void;
};

const TALLEST = 360;
const CHOICES = '[role^="menuitem"]:not([aria-disabled="true"])';

/** What can be done, or chosen, beside what was pressed; arrow keys, Home, End, Enter and Escape work. */
export function Menu({
  label,
  choices,
  trigger,
  width = 220,
}: {
  label: string;
  choices: readonly MenuChoice[];
  trigger: (open: () => void, isOpen: boolean) => ReactElement;
  width?: number;
}) {
  const styles = useStyles();
  const { control } = useTheme();
  const tall = Math.min(choices.length * (control + 4) + 12, TALLEST);
  const { anchor, place, open, close } = usePlace(width, tall);
  const chosen = useRef<View>(null);
  const [isShown, setShown] = useState(false);
  // After the first choice has got the focus, as the first of what opens always does.
  useEffect(() => {
    if (isShown) takeFocus(chosen.current);
  }, [isShown]);

  const choose = (choice: MenuChoice) => {
    close();
    choice.onPress();
  };
  return (
    <View ref={anchor} collapsable={false}>
      {trigger(open, place !== null)}
      <Modal
        visible={place !== null}
        transparent
        animationType="none"
        onShow={() => setShown(true)}
        onDismiss={() => setShown(false)}
        onRequestClose={close}
      >
        <FocusBack />
        <Scrim onPress={close} />
        {place && (
          <View role="menu" aria-label={label} style={[styles.menu, place]} {...arrowKeys}>
            <ScrollView style={{ maxHeight: TALLEST - 12 }}>
              {choices.map((choice) => (
                <Pressable
                  key={choice.key}
                  ref={choice.selected ? chosen : null}
                  role={
                    choice.selected === undefined ? "menuitem" : ("menuitemradio" as "menuitem")
                  }
                  aria-checked={choice.selected}
                  disabled={choice.disabled}
                  onPress={() => choose(choice)}
                  {...onSpace(() => choose(choice))}
                  style={(state) => [
                    styles.choice,
                    isHovered(state) && styles.hover,
                    choice.disabled && styles.off,
                  ]}
                >
                  {choice.icon && <Icon shape={choice.icon} color={choice.color ?? "muted"} />}
                  <View style={{ flex: 1, minWidth: 0 }}>
                    <Text step="small" color={choice.color} numberOfLines={1}>
                      {choice.label}
                    </Text>
                    {choice.detail && (
                      <Text step="tiny" color="muted" numberOfLines={1}>
                        {choice.detail}
                      </Text>
                    )}
                  </View>
                  {choice.selected && <Icon shape={CheckIcon} color="accent" size={16} />}
                </Pressable>
              ))}
            </ScrollView>
          </View>
        )}
      </Modal>
    </View>
  );
}

const arrowKeys: object = {
  onKeyDown: (event: KeyboardEvent) => {
    const menu = event.currentTarget as HTMLElement;
    const all = [...menu.querySelectorAll<HTMLElement>(CHOICES)];
    const next = along(event.key, all.indexOf(document.activeElement as HTMLElement), all.length);
    if (next === undefined) return;
    event.preventDefault();
    all[next]?.focus();
  },
};

const useStyles = makeStyles((colors, theme) => ({
  menu: {
    position: "absolute",
    paddingVertical: 6,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.overlay,
    boxShadow: shadow.float,
  },
  choice: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    minHeight: theme.control,
    paddingVertical: 6,
    paddingHorizontal: space.md,
  },
  hover: { backgroundColor: colors.accentSoft },
  off: { opacity: 0.5 },
}));
