import { Platform, type PressableStateCallbackType, type View } from "react-native";

/** What a press surface knows of itself; `hovered` and `focused` are told in a browser only. */
export type Interaction = PressableStateCallbackType & { hovered?: boolean; focused?: boolean };

export const isHovered = (state: PressableStateCallbackType): boolean =>
  (state as Interaction).hovered === true;

/** Scrolls a list so that one of its choices is seen, as arrow keys go along it. */
export function bringIntoView(choice: View | null): void {
  if (Platform.OS === "web")
    (choice as unknown as Element | null)?.scrollIntoView?.({ block: "nearest" });
}

/** Lets the space bar do what a press does, where a browser expects it and only Enter is heard of itself. */
export function onSpace(press: () => void): object {
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== " ") return;
      event.preventDefault();
      press();
    },
  };
}
