import type { QueryClient } from "@tanstack/react-query";

import { serverBase } from "./base";
import { noteConnection } from "./connection";
import { kinds, Newsroom } from "./news";
import { refreshSession } from "./refresh";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

/**
 * Follows the news until the returned function is called.
 *
 * The browser itself comes back after a break, and says which event it has had. Where the server
 * refuses, because the access token has expired, it gives up: then we exchange the token, and go on
 * after the same event.
 */
export function followNews(queries: QueryClient): () => void {
  const newsroom = new Newsroom(queries);
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [last, wait, isOver] = ["", FIRST_WAIT, false];

  const open = () => {
    noteConnection("opening");
    const after = last ? `?after=${encodeURIComponent(last)}` : "";
    source = new EventSource(`${serverBase()}/api/v1/events${after}`);
    source.onopen = () => {
      wait = FIRST_WAIT;
      noteConnection("live");
    };
    source.onerror = () => {
      noteConnection("lost");
      if (source?.readyState === EventSource.CLOSED) comeBack();
    };
    for (const kind of kinds) source.addEventListener(kind, (event) => hear(kind, event));
    source.addEventListener("resync", (event) => {
      last = event.lastEventId;
      newsroom.resync();
    });
  };

  const hear = (kind: string, event: MessageEvent<string>) => {
    last = event.lastEventId;
    newsroom.hear(kind, (JSON.parse(event.data) as { facts: Record<string, unknown> }).facts);
  };

  const comeBack = () => {
    source?.close();
    clearTimeout(timer);
    timer = setTimeout(() => {
      refreshSession().then(
        (isSignedIn) => {
          if (isSignedIn && !isOver) open();
        },
        () => {
          if (!isOver) comeBack();
        },
      );
    }, wait);
    wait = Math.min(wait * 2, LONGEST_WAIT);
  };

  const leave = () => {
    source?.close();
    noteConnection("lost");
  };
  const hurry = () => {
    wait = 0;
    comeBack();
    wait = FIRST_WAIT;
  };

  window.addEventListener("offline", leave);
  window.addEventListener("online", hurry);
  open();
  return () => {
    isOver = true;
    window.removeEventListener("offline", leave);
    window.removeEventListener("online", hurry);
    clearTimeout(timer);
    source?.close();
    newsroom.close();
    noteConnection("closed");
  };
}
