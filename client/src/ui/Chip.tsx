import XIcon from "lucide-react-native/icons/x";
import type { ReactNode } from "react";
import { Pressable, View } from "react-native";

import { Icon, type IconShape } from "./Icon";
import { isHovered } from "./interaction";
import { Reach } from "./Reach";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { radius, space } from "./tokens";

/** It is drawn lower than other controls by this, above and below, and pressed there all the same. */
const BESIDE = 3;

/** A filter that is on or off, with how many it leaves; `onRemove` gives it a cross. */
export function Chip({
  label,
  count,
  icon,
  selected = false,
  onPress,
  onRemove,
  removeLabel,
}: {
  label: string;
  count?: string;
  icon?: IconShape;
  selected?: boolean;
  onPress?: () => void;
  onRemove?: () => void;
  removeLabel?: string;
}) {
  const styles = useStyles();
  return (
    <Pressable
      role="button"
      aria-pressed={onRemove ? undefined : selected}
      aria-label={onRemove ? removeLabel : undefined}
      onPress={onRemove ?? onPress}
      hitSlop={BESIDE}
      style={(state) => [
        styles.chip,
        selected && styles.selected,
        isHovered(state) && styles.hover,
      ]}
    >
      {icon && <Icon shape={icon} size={14} color={selected ? "accent" : "muted"} />}
      <Text step="small" weight="medium" numberOfLines={1} color={selected ? "accent" : "text"}>
        {label}
      </Text>
      {count !== undefined && (
        <Text step="tiny" tabular color={selected ? "accent" : "muted"}>
          {count}
        </Text>
      )}
      {onRemove && <Icon shape={XIcon} size={14} color="accent" />}
      <Reach by={BESIDE} />
    </Pressable>
  );
}

/** Chips of one kind, under the name of that. */
export function ChipGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <View style={{ gap: space.sm }}>
      <Text step="small" weight="medium" color="muted">
        {label}
      </Text>
      <View
        role="group"
        aria-label={label}
        style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}
      >
        {children}
      </View>
    </View>
  );
}

const useStyles = makeStyles((colors, { control }) => ({
  chip: {
    flexDirection: "row",
    alignItems: "center",
    gap: 6,
    height: control - 2 * BESIDE,
    paddingHorizontal: space.md,
    borderRadius: radius.round,
    borderWidth: 1,
    borderColor: colors.lineStrong,
    backgroundColor: colors.surface,
    maxWidth: 260,
  },
  selected: { backgroundColor: colors.accentSoft, borderColor: colors.accent },
  hover: { borderColor: colors.control },
}));
