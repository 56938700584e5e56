/** Where a screen stands in the frame; in a browser one at a time. */
export { Slot as Outlet } from "expo-router";
