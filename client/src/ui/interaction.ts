import type { PressableStateCallbackType } from "react-native";

/** What a press surface knows of itself; `hovered` and `focused` are told in a browser only. */
export type Interaction = PressableStateCallbackType & { hovered?: boolean; focused?: boolean };

export const isHovered = (state: PressableStateCallbackType): boolean =>
  (state as Interaction).hovered === true;
