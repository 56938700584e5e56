import DownIcon from "lucide-react-native/icons/chevron-down";
import { Pressable } from "react-native";

import { useField } from "./Field";
import { Icon, type IconShape } from "./Icon";
import { isHovered } from "./interaction";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, space } from "./tokens";

/** What is chosen, to be pressed for another choice. */
export function ChoiceBox({
  label,
  chosen,
  opens,
  isOpen,
  onPress,
  icon,
  bare = false,
  disabled = false,
}: {
  label: string;
  chosen: string | undefined;
  opens: "menu" | "listbox";
  isOpen: boolean;
  onPress: () => void;
  icon?: IconShape;
  bare?: boolean;
  disabled?: boolean;
}) {
  const styles = useStyles();
  const field = useField();
  return (
    <Pressable
      role="button"
      aria-haspopup={opens}
      aria-expanded={isOpen}
      aria-label={`${label}: ${chosen ?? ""}`}
      aria-describedby={field?.helpId}
      disabled={disabled}
      onPress={onPress}
      style={(state) => [
        styles.box,
        bare && styles.bare,
        isHovered(state) && styles.hover,
        disabled && styles.off,
      ]}
    >
      {icon && <Icon shape={icon} />}
      <Text step="small" weight="medium" numberOfLines={1} style={{ flexShrink: 1 }}>
        {chosen ?? "–"}
      </Text>
      <Icon shape={DownIcon} size={16} />
    </Pressable>
  );
}

const useStyles = makeStyles((colors, { control }) => ({
  box: {
    minHeight: control,
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
  off: { opacity: 0.5 },
}));
