import { Platform, type PressableStateCallbackType, type View } from "react-native";

/** What a press surface knows of itself; `hovered` and `focused` are told in a browser only. */
export type Interaction = PressableStateCallbackType & { hovered?: boolean; focused?: boolean };

export const isHovered = (state: PressableStateCallbackType): boolean =>
  (state as Interaction).hovered === true;

/** Lets keys go on from here. */
export function takeFocus(element: View | null): void {
  if (Platform.OS === "web") element?.focus();
}

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

const A_PAGE = 8;

/** Names the place in a list that a key leads to, round its ends; undefined for another key. */
export function along(key: string, at: number, count: number): number | undefined {
  if (count === 0) return undefined;
  const last = count - 1;
  switch (key) {
    case "Home":
      return 0;
    case "End":
      return last;
    case "PageDown":
      return Math.min(at + A_PAGE, last);
    case "PageUp":
      return Math.max(at - A_PAGE, 0);
    case "ArrowDown":
      return at >= last ? 0 : at + 1;
    case "ArrowUp":
      return at <= 0 ? last : at - 1;
    default:
      return undefined;
  }
}

/** Likewise from a field that the list stands beneath: Home and End are its own while it has text. */
export function alongBeneath(
  typed: string,
  key: string,
  at: number,
  count: number,
): number | undefined {
  const isOwn = typed !== "" && (key === "Home" || key === "End");
  return isOwn ? undefined : along(key, at, count);
}
