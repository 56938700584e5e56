import {
  Platform,
  Text as NativeText,
  type TextProps as NativeProps,
  type TextStyle,
} from "react-native";

import { useTheme } from "./theme";
import { type as steps, type ColorRole, type TypeStep, type Weight } from "./tokens";

const WEIGHTS = { regular: "400", medium: "500", bold: "650" } as const;
const FACES = {
  sans: { regular: "Inter_400Regular", medium: "Inter_500Medium", bold: "Inter_600SemiBold" },
  mono: {
    regular: "JetBrainsMono_400Regular",
    medium: "JetBrainsMono_400Regular",
    bold: "JetBrainsMono_400Regular",
  },
} as const;

/** The family and weight of a face: a browser has one file for all weights, a phone one each. */
export function face(weight: Weight = "regular", mono = false): TextStyle {
  if (Platform.OS === "web") {
    const fontFamily = mono
      ? "'JetBrains Mono', ui-monospace, SFMono-Regular, Menlo, Consolas, monospace"
      : "Inter, system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif";
    return { fontFamily, fontWeight: WEIGHTS[weight] as TextStyle["fontWeight"] };
  }
  return { fontFamily: FACES[mono ? "mono" : "sans"][weight] };
}

/** A path or a name of a file has no spaces, and goes on in the next line all the same. */
const BREAKS = { overflowWrap: "anywhere" } as object;

export type TextProps = NativeProps & {
  step?: TypeStep;
  color?: ColorRole;
  weight?: Weight;
  mono?: boolean;
  /** Figures of one width, so that numbers line up. */
  tabular?: boolean;
  align?: "left" | "center" | "right";
};

export function Text({
  step = "body",
  color = "text",
  weight = "regular",
  mono = false,
  tabular = false,
  align,
  style,
  ...props
}: TextProps) {
  const { colors } = useTheme();
  return (
    <NativeText
      {...props}
      style={[
        steps[step],
        face(weight, mono),
        { color: colors[color] },
        mono && BREAKS,
        tabular && { fontVariant: ["tabular-nums"] },
        align && { textAlign: align },
        style,
      ]}
    />
  );
}

/** A heading, for eyes and for screen readers alike. */
export function Heading({
  level = 2,
  step = level === 1 ? "title" : "lead",
  ...props
}: TextProps & { level?: 1 | 2 | 3 }) {
  return <Text role="heading" aria-level={level} weight="bold" step={step} {...props} />;
}
