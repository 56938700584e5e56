import { forwardRef, type ReactNode } from "react";
import { ActivityIndicator, Pressable, type PressableProps, type View } from "react-native";

import { Icon, type IconShape } from "./Icon";
import { isHovered } from "./interaction";
import { Reach } from "./Reach";
import { Text } from "./Text";
import { makeStyles, useTheme } from "./theme";
import { radius, size, space, type ColorRole } from "./tokens";
import { Tooltip } from "./Tooltip";

type Tone = "primary" | "plain" | "quiet" | "danger";

export type ButtonProps = Omit<PressableProps, "children" | "style"> & {
  label: string;
  tone?: Tone;
  icon?: IconShape;
  busy?: boolean;
  wide?: boolean;
  /** Shown after the label, such as a count or a key. */
  after?: ReactNode;
};

const INK: Record<Tone, ColorRole> = {
  primary: "onAccent",
  plain: "text",
  quiet: "muted",
  danger: "bad",
};

/** Says what it does; while `busy` it cannot be pressed again, and keeps its width. */
export const Button = forwardRef<View, ButtonProps>(function Button(
  { label, tone = "plain", icon, busy = false, wide = false, after, disabled, ...props },
  ref,
) {
  const styles = useStyles();
  const { colors } = useTheme();
  const isOff = disabled === true || busy;
  return (
    <Pressable
      ref={ref}
      role="button"
      aria-disabled={isOff}
      aria-busy={busy}
      disabled={isOff}
      {...props}
      style={(state) => [
        styles.base,
        styles[tone],
        wide && styles.wide,
        isHovered(state) && styles[`${tone}Hover`],
        state.pressed && styles.pressed,
        disabled && styles.off,
      ]}
    >
      {busy ? (
        <ActivityIndicator size={16} color={colors[INK[tone]]} />
      ) : (
        icon && <Icon shape={icon} color={INK[tone]} />
      )}
      <Text step="small" weight="medium" color={INK[tone]} numberOfLines={1}>
        {label}
      </Text>
      {after}
    </Pressable>
  );
});

/** A small one is drawn smaller by this on every side, and pressed there all the same. */
const BESIDE = 4;

export type IconButtonProps = Omit<PressableProps, "children" | "style"> & {
  label: string;
  icon: IconShape;
  color?: ColorRole;
  selected?: boolean;
  small?: boolean;
};

/** A drawing that can be pressed; its label is its tooltip and what screen readers say. */
export const IconButton = forwardRef<View, IconButtonProps>(function IconButton(
  { label, icon, color = "muted", selected, small = false, disabled, ...props },
  ref,
) {
  const styles = useStyles();
  return (
    <Tooltip text={label}>
      <Pressable
        ref={ref}
        role="button"
        aria-label={label}
        aria-pressed={selected}
        disabled={disabled}
        hitSlop={small ? BESIDE : 0}
        {...props}
        style={(state) => [
          styles.icon,
          small && styles.iconSmall,
          selected && styles.iconSelected,
          isHovered(state) && styles.quietHover,
          state.pressed && styles.pressed,
          disabled && styles.off,
        ]}
      >
        <Icon shape={icon} color={selected ? "accent" : color} size={small ? 16 : size.icon} />
        {small && <Reach by={BESIDE} />}
      </Pressable>
    </Tooltip>
  );
});

const useStyles = makeStyles((colors, { control }) => ({
  base: {
    minHeight: control,
    paddingHorizontal: 14,
    borderRadius: radius.control,
    borderWidth: 1,
    borderColor: "transparent",
    flexDirection: "row",
    alignItems: "center",
    justifyContent: "center",
    gap: space.sm,
    flexShrink: 0,
  },
  wide: { alignSelf: "stretch" },
  primary: { backgroundColor: colors.accent },
  primaryHover: { boxShadow: `0 0 0 3px ${colors.accentSoft}` },
  plain: { backgroundColor: colors.raised, borderColor: colors.lineStrong },
  plainHover: { borderColor: colors.control },
  quiet: { backgroundColor: "transparent" },
  quietHover: { backgroundColor: colors.overlay },
  danger: { backgroundColor: "transparent", borderColor: colors.bad },
  dangerHover: { backgroundColor: colors.badSoft },
  pressed: { transform: [{ scale: 0.98 }] },
  off: { opacity: 0.5 },
  icon: {
    width: control,
    height: control,
    borderRadius: radius.control,
    alignItems: "center",
    justifyContent: "center",
  },
  iconSmall: { width: control - 2 * BESIDE, height: control - 2 * BESIDE },
  iconSelected: { backgroundColor: colors.accentSoft },
}));
