import { scaleBand, scaleLinear, scalePoint } from "d3-scale";
import { area, curveMonotoneX, line } from "d3-shape";
import Svg, { Path, Rect } from "react-native-svg";

import type { Bar } from "./Chart";
import { useTheme } from "./theme";

type Size = { width: number; height: number };

const WIDEST_BAR = 48;

/** A line through all values, from the left to the right, over its own shade. */
export function Course({ values, width, height }: Size & { values: readonly number[] }) {
  const { colors } = useTheme();
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
    <Svg width={width} height={height}>
      <Path d={below ?? ""} fill={colors.accentSoft} />
      <Path d={shape ?? ""} fill="none" stroke={colors.accent} strokeWidth={1.5} />
    </Svg>
  );
}

/** A bar for each amount, its parts upon each other, on a common ground. */
export function Bars({ bars, width, height }: Size & { bars: readonly Bar[] }) {
  const { colors } = useTheme();
  const totals = bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.value, 0));
  const across = scaleBand()
    .domain(bars.map((bar) => bar.key))
    .range([0, width])
    .padding(0.25);
  const up = scaleLinear()
    .domain([0, Math.max(1, ...totals)])
    .range([0, height - 2]);
  return (
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
              width={Math.min(across.bandwidth(), WIDEST_BAR)}
              height={tall}
              rx={2}
              fill={colors[part.color]}
            />
          );
        });
      })}
    </Svg>
  );
}
