import { Platform, type ModalProps } from "react-native";

/**
 * How a dialog comes into view: on the web at once. There a modal takes the focus when its movement
 * has ended, even from one that was opened out of it meanwhile.
 */
export function coming(movement: "slide" | "fade"): ModalProps["animationType"] {
  return Platform.OS === "web" ? "none" : movement;
}
