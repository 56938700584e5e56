import { View } from "react-native";
import Svg, { Path, Rect } from "react-native-svg";

import { Text } from "./Text";
import { useTheme } from "./theme";

/** The sign: an M that is beaten in the air, as a conductor does. */
export function Logo({ pixels = 28, withName = false }: { pixels?: number; withName?: boolean }) {
  const { colors } = useTheme();
  return (
    <View style={{ flexDirection: "row", alignItems: "center", gap: 10 }}>
      <Svg width={pixels} height={pixels} viewBox="0 0 32 32" aria-hidden>
        <Rect width={32} height={32} rx={9} fill={colors.accent} />
        <Path
          d="M8 23V10.5c0-1.6 1.9-2.3 2.9-1.1L16 15.6l5.1-6.2c1-1.2 2.9-.5 2.9 1.1V23"
          fill="none"
          stroke={colors.onAccent}
          strokeWidth={3}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </Svg>
      {withName && (
        <Text step="lead" weight="bold" style={{ letterSpacing: -0.3 }}>
          Maestrarr
        </Text>
      )}
    </View>
  );
}
