import type { QueryClient } from "@tanstack/react-query";

import { serverBase } from "./base";
import { noteConnection } from "./connection";
import { Newsroom } from "./news";
import { refreshSession } from "./refresh";
import { tokens } from "./tokens";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

type Message = { id: string; kind: string; facts?: Record<string, unknown> };

/** Follows the news over a WebSocket, which a phone has, until the returned function is called. */
export function followNews(queries: QueryClient): () => void {
  const newsroom = new Newsroom(queries);
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [last, wait, isOver] = ["", FIRST_WAIT, false];

  const open = async () => {
    noteConnection("opening");
    const kept = await tokens();
    if (isOver) return;
    const after = last ? `?after=${encodeURIComponent(last)}` : "";
    const address = `${serverBase().replace(/^http/, "ws")}/api/v1/events/ws${after}`;
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
      noteConnection("live");
    };
    socket.onmessage = (event) => hear(JSON.parse(String(event.data)) as Message);
    socket.onclose = () => {
      if (isOver) return;
      noteConnection("lost");
      timer = setTimeout(comeBack, wait);
      wait = Math.min(wait * 2, LONGEST_WAIT);
    };
  };

  const hear = ({ id, kind, facts }: Message) => {
    last = id;
    if (kind === "resync") newsroom.resync();
    else newsroom.hear(kind, facts ?? {});
  };

  const comeBack = () => {
    refreshSession().then(
      (isSignedIn) => {
        if (isSignedIn && !isOver) void open();
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
    newsroom.close();
    noteConnection("closed");
  };
}
