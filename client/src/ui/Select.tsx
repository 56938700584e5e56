import DownIcon from "lucide-react-native/icons/chevron-down";
import { Pressable } from "react-native";

import { useField } from "./Field";
import { Icon, type IconShape } from "./Icon";
import { isHovered } from "./interaction";
import { Menu } from "./Menu";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, size, space } from "./tokens";

/** One of several that are known; inside a Field, else with a `label` of its own. */
export function Select<Key extends string>({
  label,
  choices,
  value,
  onChange,
  icon,
  bare = false,
}: {
  label: string;
  choices: readonly { key: Key; label: string; detail?: string }[];
  value: Key;
  onChange: (key: Key) => void;
  icon?: IconShape;
  bare?: boolean;
}) {
  const styles = useStyles();
  const field = useField();
  const chosen = choices.find((choice) => choice.key === value);
  return (
    <Menu
      label={label}
      choices={choices.map((choice) => ({
        ...choice,
        selected: choice.key === value,
        onPress: () => onChange(choice.key),
      }))}
      trigger={(open, isOpen) => (
        <Pressable
          role="button"
          aria-haspopup="menu"
          aria-expanded={isOpen}
          aria-label={`${label}: ${chosen?.label ?? ""}`}
          aria-describedby={field?.helpId}
          onPress={open}
          style={(state) => [styles.box, bare && styles.bare, isHovered(state) && styles.hover]}
        >
          {icon && <Icon shape={icon} />}
          <Text step="small" weight="medium" numberOfLines={1} style={{ flexShrink: 1 }}>
            {chosen?.label ?? "–"}
          </Text>
          <Icon shape={DownIcon} size={16} />
        </Pressable>
      )}
    />
  );
}

const useStyles = makeStyles((colors) => ({
  box: {
    minHeight: size.control,
    flexDirection: "row",
    alignItems: "center",
    justifyContent: "space-between",
    gap: space.sm,
    paddingHorizontal: space.md,
    borderWidth: 1,
    borderColor: colors.control,
    borderRadius: radius.control,
    backgroundColor: colors.surface,
  },
  bare: {
    borderColor: "transparent",
    backgroundColor: "transparent",
    paddingHorizontal: space.sm,
  },
  hover: { backgroundColor: colors.overlay },
}));
