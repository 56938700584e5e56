import { create } from "zustand";

type State = "closed" | "opening" | "live" | "lost";

type Connection = {
  /** Whether news come in; `lost` once they have stopped to. */
  state: State;
  /** Whether the server has been out of reach for so long that it is told; short breaks are not. */
  isAway: boolean;
};

const PATIENCE = 2_500;
let timer: ReturnType<typeof setTimeout> | undefined;

/** How the one live connection is; the frame shows it, and nobody changes anything while it is away. */
export const useConnection = create<Connection>(() => ({ state: "closed", isAway: false }));

export function noteConnection(state: State): void {
  useConnection.setState({ state });
  if (state === "live" || state === "closed") {
    clearTimeout(timer);
    timer = undefined;
    useConnection.setState({ isAway: false });
  } else {
    timer ??= setTimeout(() => useConnection.setState({ isAway: true }), PATIENCE);
  }
}
