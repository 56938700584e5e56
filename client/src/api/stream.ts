import { serverBase } from "./base";
import { endSession } from "./client";
import { refreshSession } from "./refresh";
import { tokens } from "./tokens";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

export type Follow = {
  /** Only these topics, with commas between; none are all but the log. */
  topics: string;
  kinds: readonly string[];
  /** Hears an event; `resync` says that too much was missed. */
  hear: (kind: string, facts: Record<string, unknown>) => void;
  note: (state: "closed" | "opening" | "live" | "lost") => void;
};

type Message = { id: string; kind: string; facts?: Record<string, unknown> };

/** Follows events over a WebSocket, which a phone has, until the returned function is called. */
export function followEvents({ topics, hear, note }: Follow): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [last, wait, isOver] = ["", FIRST_WAIT, false];

  const open = async (isAgain = false) => {
    note("opening");
    const kept = await tokens();
    if (isOver) return;
    const query = new URLSearchParams({ ...(topics && { topics }), ...(last && { after: last }) });
    const address = `${serverBase().replace(/^http/, "ws")}/api/v1/events/ws?${query}`;
    const headers = { Authorization: `Bearer ${kept?.access ?? ""}` };
    // React Native takes headers as a third argument, which browsers and their types do not know.
    const Socket = WebSocket as unknown as new (
      url: string,
      protocols: string[],
      options: { headers: Record<string, string> },
    ) => WebSocket;
    socket = new Socket(address, [], { headers });
    socket.onopen = () => {
      wait = FIRST_WAIT;
      note("live");
      if (isAgain && last === "") hear("resync", {});
    };
    socket.onmessage = (event) => {
      const { id, kind, facts } = JSON.parse(String(event.data)) as Message;
      last = id ?? last;
      hear(kind, facts ?? {});
    };
    socket.onclose = () => {
      if (isOver) return;
      note("lost");
      timer = setTimeout(comeBack, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };

  const comeBack = () => {
    refreshSession().then(
      (isSignedIn) => {
        if (isOver) return;
        if (isSignedIn) void open(true);
        else endSession();
      },
      () => {
        if (!isOver) timer = setTimeout(comeBack, wait);
      },
    );
  };

  void open();
  return () => {
    isOver = true;
    clearTimeout(timer);
    socket?.close();
    note("closed");
  };
}
