import { useWindowDimensions } from "react-native";

import { size } from "./tokens";

/** Tells a desktop's or tablet's room from a phone's. */
export function useIsWide(): boolean {
  return useWindowDimensions().width >= size.wide;
}
