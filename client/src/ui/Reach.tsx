import { Platform, View } from "react-native";

import { useTheme } from "./theme";
import { size } from "./tokens";

/** Lets fingers press a little around what is drawn, in a browser; a phone does so by `hitSlop`. */
export function Reach({ by, beside = by }: { by: number; beside?: number }) {
  const { control } = useTheme();
  if (Platform.OS !== "web" || control < size.touch) return null;
  return (
    <View
      aria-hidden
      style={{ position: "absolute", top: -by, bottom: -by, left: -beside, right: -beside }}
    />
  );
}
