import { Stack } from "expo-router";

/** Where a screen stands in the frame; on a phone they lie on each other, and are swiped away. */
export function Outlet() {
  return (
    <Stack
      screenOptions={{ headerShown: false, contentStyle: { backgroundColor: "transparent" } }}
    />
  );
}
