import { create } from "zustand";

type Connection = {
  /** Whether news come in; `lost` once they have stopped to. */
  state: "closed" | "opening" | "live" | "lost";
  /** Since when they have come in, or have not. */
  since: number;
};

/** How the one live connection is; the frame shows it. */
export const useConnection = create<Connection>(() => ({ state: "closed", since: Date.now() }));

export function noteConnection(state: Connection["state"]): void {
  const before = useConnection.getState();
  if (before.state === state) return;
  const isStillAway = state !== "live" && before.state !== "live" && before.state !== "closed";
  useConnection.setState({ state, since: isStillAway ? before.since : Date.now() });
}
