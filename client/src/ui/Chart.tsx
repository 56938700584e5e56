import { lazy, Suspense, useState, type ReactNode } from "react";
import { View } from "react-native";

import { load } from "./scripts";
import { Text } from "./Text";
import { space, type ColorRole } from "./tokens";

const shapes = () => load(() => import("./chart-shapes"));
const Course = lazy(async () => ({ default: (await shapes()).Course }));
const Bars = lazy(async () => ({ default: (await shapes()).Bars }));

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
  return (
    <Measured label={label} height={height}>
      {(width) => <Course values={values} width={width} height={height} />}
    </Measured>
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
  const ends = [bars[0], bars.length > 1 ? bars[bars.length - 1] : undefined];
  return (
    <View style={{ gap: space.xs }}>
      <Measured label={label} height={height}>
        {(width) => <Bars bars={bars} width={width} height={height} />}
      </Measured>
      <View aria-hidden style={{ flexDirection: "row", justifyContent: "space-between" }}>
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

/** A place for a drawing, which is made as wide as the place turns out to be. */
function Measured({
  label,
  height,
  children,
}: {
  label: string;
  height: number;
  children: (width: number) => ReactNode;
}) {
  const [width, setWidth] = useState(0);
  return (
    <View
      role="img"
      aria-label={label}
      style={{ height }}
      onLayout={(event) => setWidth(event.nativeEvent.layout.width)}
    >
      <Suspense fallback={<Awaited />}>{width > 0 ? children(width) : <Awaited />}</Suspense>
    </View>
  );
}

function Awaited() {
  return <View aria-busy />;
}
