import { View } from "react-native";
import Svg, { Circle } from "react-native-svg";

import { useTheme } from "./theme";

/** How far it is, as a bar; without a value it is under way, and nobody knows how far. */
export function ProgressBar({ label, percent }: { label: string; percent: number | null }) {
  const { colors } = useTheme();
  return (
    <View
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
      style={{
        height: 6,
        borderRadius: 3,
        backgroundColor: colors.overlay,
        overflow: "hidden",
      }}
    >
      <View
        style={{
          width: `${percent ?? 30}%`,
          height: 6,
          borderRadius: 3,
          backgroundColor: colors.accent,
          opacity: percent === null ? 0.5 : 1,
        }}
      />
    </View>
  );
}

/** How far it is, as a ring around whatever stands in it. */
export function ProgressRing({
  label,
  percent,
  pixels = 18,
}: {
  label: string;
  percent: number | null;
  pixels?: number;
}) {
  const { colors } = useTheme();
  const stroke = pixels > 30 ? 4 : 2.5;
  const reach = (pixels - stroke) / 2;
  const round = 2 * Math.PI * reach;
  const common = { cx: pixels / 2, cy: pixels / 2, r: reach, fill: "none", strokeWidth: stroke };
  return (
    <View
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent === null ? undefined : Math.round(percent)}
    >
      <Svg width={pixels} height={pixels}>
        <Circle {...common} stroke={colors.lineStrong} />
        <Circle
          {...common}
          stroke={colors.accent}
          strokeLinecap="round"
          strokeDasharray={`${round} ${round}`}
          strokeDashoffset={round * (1 - (percent ?? 25) / 100)}
          rotation={-90}
          originX={pixels / 2}
          originY={pixels / 2}
        />
      </Svg>
    </View>
  );
}
