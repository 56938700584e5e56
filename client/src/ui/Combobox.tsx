import CheckIcon from "lucide-react-native/icons/check";
import SearchIcon from "lucide-react-native/icons/search";
import { useId, useState } from "react";
import { Modal, Pressable, ScrollView, View } from "react-native";

import { useWords } from "@/i18n/words";

import { ChoiceBox } from "./ChoiceBox";
import { FocusBack } from "./FocusBack";
import { fitting } from "./fold";
import { Icon } from "./Icon";
import { Input } from "./Input";
import { alongBeneath, bringIntoView, isHovered } from "./interaction";
import { usePlace } from "./place";
import { Scrim } from "./Scrim";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, shadow, space } from "./tokens";

export type ComboChoice<Key extends string> = { key: Key; label: string; detail?: string };

type ComboboxProps<Key extends string> = {
  label: string;
  choices: readonly ComboChoice<Key>[];
  value: Key;
  onChange: (key: Key) => void;
  disabled?: boolean;
};

const TALLEST = 340;
const MOST = 500;

/** One of many that are known, found by typing a part of its name. */
export function Combobox<Key extends string>({
  label,
  choices,
  value,
  onChange,
  disabled,
}: ComboboxProps<Key>) {
  const styles = useStyles();
  const { anchor, place, open, close } = usePlace(280, TALLEST);
  return (
    <View ref={anchor} collapsable={false}>
      <ChoiceBox
        label={label}
        chosen={choices.find(({ key }) => key === value)?.label ?? value}
        opens="listbox"
        isOpen={place !== null}
        onPress={open}
        disabled={disabled}
      />
      <Modal visible={place !== null} transparent animationType="none" onRequestClose={close}>
        <FocusBack />
        <Scrim onPress={close} />
        {place && (
          <View style={[styles.box, place]}>
            <Open
              label={label}
              choices={choices}
              value={value}
              onChange={(key) => {
                close();
                onChange(key);
              }}
            />
          </View>
        )}
      </Modal>
    </View>
  );
}

function Open<Key extends string>({ label, choices, value, onChange }: ComboboxProps<Key>) {
  const styles = useStyles();
  const { t } = useWords();
  const list = useId();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex(({ key }) => key === value),
    ),
  );
  const fit = fitting(choices, typed);
  const chosen = Math.min(at, fit.length - 1);
  const onKey = (event: { nativeEvent: { key: string }; preventDefault: () => void }) => {
    const next = alongBeneath(typed, event.nativeEvent.key, chosen, Math.min(fit.length, MOST));
    if (next === undefined) return;
    event.preventDefault();
    setAt(next);
  };
  const current = fit[chosen];
  return (
    <>
      <View style={{ padding: space.sm }}>
        <Input
          autoFocus
          icon={SearchIcon}
          role="combobox"
          aria-label={label}
          aria-expanded
          {...({
            "aria-controls": list,
            "aria-autocomplete": "list",
            "aria-activedescendant": current && `${list}${current.key}`,
          } as object)}
          placeholder={t("common.type")}
          value={typed}
          onChangeText={(text) => {
            setTyped(text);
            setAt(0);
          }}
          onKeyPress={onKey}
          onSubmitEditing={() => current && onChange(current.key)}
        />
      </View>
      <ScrollView
        {...({ role: "listbox", nativeID: list } as object)}
        aria-label={label}
        keyboardShouldPersistTaps="handled"
        style={{ maxHeight: TALLEST - 60 }}
      >
        {fit.slice(0, MOST).map((choice, index) => (
          <Option
            key={choice.key}
            id={`${list}${choice.key}`}
            choice={choice}
            isChosen={choice.key === value}
            isCurrent={index === chosen}
            onPress={() => onChange(choice.key)}
          />
        ))}
      </ScrollView>
      {fit.length === 0 && (
        <Text step="small" color="muted" style={styles.none} role="status">
          {t("common.nothingFits", { typed })}
        </Text>
      )}
    </>
  );
}

function Option({
  id,
  choice: { label, detail },
  isChosen,
  isCurrent,
  onPress,
}: {
  id: string;
  choice: ComboChoice<string>;
  isChosen: boolean;
  isCurrent: boolean;
  onPress: () => void;
}) {
  const styles = useStyles();
  return (
    <Pressable
      ref={isCurrent ? bringIntoView : null}
      nativeID={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onPress={onPress}
      style={(state) => [styles.choice, (isCurrent || isHovered(state)) && styles.on]}
    >
      <Text step="small" numberOfLines={1} style={{ flexShrink: 1 }}>
        {label}
      </Text>
      {detail && (
        <Text step="tiny" color="muted" numberOfLines={1}>
          {detail}
        </Text>
      )}
      <View style={{ flex: 1 }} />
      {isChosen && <Icon shape={CheckIcon} color="accent" size={16} />}
    </Pressable>
  );
}

const useStyles = makeStyles((colors, theme) => ({
  box: {
    position: "absolute",
    maxHeight: TALLEST,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.overlay,
    boxShadow: shadow.float,
    overflow: "hidden",
  },
  choice: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    minHeight: theme.control,
    paddingHorizontal: space.md,
  },
  on: { backgroundColor: colors.accentSoft },
  none: { padding: space.md, paddingTop: 0 },
}));
