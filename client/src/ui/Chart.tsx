import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import { useState } from "react";
import { View } from "react-native";
import Svg, { Path, Rect } from "react-native-svg";

import { Text } from "./Text";
import { useTheme } from "./theme";
import { space, type ColorRole } from "./tokens";

/** A course in a small place, such as a number over the last days. */
export function Sparkline({
  label,
  values,
  height = 36,
}: {
  label: string;
  values: readonly number[];
  height?: number;
}) {
  const { colors } = useTheme();
  const [width, setWidth] = useState(0);
  const across = scalePoint<number>()
    .domain(values.map((_, at) => at))
    .range([1, width - 1]);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...values)])
    .range([height - 2, 2]);
  const at = (_: number, index: number) => across(index) ?? 0;
  const shape = line<number>(at, (value) => up(value)).curve(curveMonotoneX)([...values]);
  const below = area<number>(at, height, (value) => up(value)).curve(curveMonotoneX)([...values]);
  return (
    <View
      role="img"
      aria-label={label}
      onLayout={(event) => setWidth(event.nativeEvent.layout.width)}
    >
      {width > 0 && (
        <Svg width={width} height={height}>
          <Path d={below ?? ""} fill={colors.accentSoft} />
          <Path d={shape ?? ""} fill="none" stroke={colors.accent} strokeWidth={1.5} />
        </Svg>
      )}
    </View>
  );
}

export type Bar = {
  key: string;
  label: string;
  parts: readonly { value: number; color: ColorRole }[];
};

/** Amounts side by side, each of one or more parts; the first and last are named beneath. */
export function BarChart({
  label,
  bars,
  height = 120,
}: {
  label: string;
  bars: readonly Bar[];
  height?: number;
}) {
  const { colors } = useTheme();
  const [width, setWidth] = useState(0);
  const totals = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0));
  const across = scaleBand()
    .domain(bars.map((bar) => bar.key))
    .range([0, width])
    .padding(0.25);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...totals)])
    .range([0, height - 2]);
  const ends = [bars[0], bars.length > 1 ? bars[bars.length - 1] : undefined];
  return (
    <View
      role="img"
      aria-label={label}
      onLayout={(event) => setWidth(event.nativeEvent.layout.width)}
    >
      {width > 0 && (
        <Svg width={width} height={height}>
          <Rect x={0} y={height - 1} width={width} height={1} fill={colors.line} />
          {bars.flatMap((bar) => {
            let foot = height - 1;
            return bar.parts.map((part, at) => {
              const tall = up(part.value);
              foot -= tall;
              return (
                <Rect
                  key={`${bar.key}${at}`}
                  x={across(bar.key)}
                  y={foot}
                  width={Math.min(across.bandwidth(), 48)}
                  height={tall}
                  rx={2}
                  fill={colors[part.color]}
                />
              );
            });
          })}
        </Svg>
      )}
      <View
        style={{
          flexDirection: "row",
          justifyContent: "space-between",
          marginTop: space.xs,
        }}
      >
        {ends.map(
          (bar) =>
            bar && (
              <Text key={bar.key} step="tiny" color="muted" tabular>
                {bar.label}
              </Text>
            ),
        )}
      </View>
    </View>
  );
}
