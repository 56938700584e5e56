import { View, type StyleProp, type ViewStyle } from "react-native";

const takesTouch = () => true;

/**
 * What lies around something opened: a touch closes it. It never takes the focus, so that the first
 * of what was opened gets it.
 */
export function Scrim({ onPress, style }: { onPress: () => void; style?: StyleProp<ViewStyle> }) {
  return (
    <View
      aria-hidden
      onStartShouldSetResponder={takesTouch}
      onResponderRelease={onPress}
      style={[{ position: "absolute", inset: 0 }, style]}
    />
  );
}
