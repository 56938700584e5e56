import { create } from "zustand";

type Connection = {
  /** Whether news come in; `lost` once they have stopped to. */
  state: "closed" | "opening" | "live" | "lost";
  since: number;
};

/** How the one live connection is; the frame shows it. */
export const useConnection = create<Connection>(() => ({ state: "closed", since: Date.now() }));

export function noteConnection(state: Connection["state"]): void {
  if (useConnection.getState().state !== state)
    useConnection.setState({ state, since: Date.now() });
}
