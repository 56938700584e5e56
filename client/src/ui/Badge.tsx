import { View } from "react-native";

import { Icon, type IconShape } from "./Icon";
import { Text } from "./Text";
import { useTheme } from "./theme";
import { radius, type ColorRole } from "./tokens";

export type Tone = "plain" | "accent" | "good" | "warn" | "bad" | "info";

const INK: Record<Tone, ColorRole> = {
  plain: "muted",
  accent: "accent",
  good: "good",
  warn: "warn",
  bad: "bad",
  info: "info",
};
const GROUND: Record<Tone, ColorRole> = {
  plain: "overlay",
  accent: "accentSoft",
  good: "goodSoft",
  warn: "warnSoft",
  bad: "badSoft",
  info: "infoSoft",
};

export type BadgeProps = {
  label: string;
  tone?: Tone;
  icon?: IconShape;
  mono?: boolean;
};

/** A word about a thing; its colour never speaks alone. */
export function Badge({ label, tone = "plain", icon, mono = false }: BadgeProps) {
  const { colors, scheme } = useTheme();
  const isBare = tone === "plain" && scheme === "light";
  return (
    <View
      style={{
        flexDirection: "row",
        alignItems: "center",
        alignSelf: "flex-start",
        gap: 4,
        paddingHorizontal: 7,
        paddingVertical: 1,
        borderRadius: radius.control,
        borderWidth: 1,
        borderColor: isBare ? colors.line : "transparent",
        backgroundColor: isBare ? colors.bg : colors[GROUND[tone]],
      }}
    >
      {icon && <Icon shape={icon} size={12} color={INK[tone]} />}
      <Text step="tiny" weight="medium" color={INK[tone]} mono={mono} tabular numberOfLines={1}>
        {label}
      </Text>
    </View>
  );
}
