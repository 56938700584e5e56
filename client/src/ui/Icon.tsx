import type { LucideIcon } from "lucide-react-native";

import { useTheme } from "./theme";
import { size, type ColorRole } from "./tokens";

export type IconShape = LucideIcon;

/** A drawing beside words; alone it needs a label on what it stands in. */
export function Icon({
  shape: Shape,
  color = "muted",
  size: pixels = size.icon,
}: {
  shape: IconShape;
  color?: ColorRole;
  size?: number;
}) {
  const { colors } = useTheme();
  return <Shape size={pixels} strokeWidth={size.stroke} color={colors[color]} aria-hidden />;
}
