import { serverBase } from "./base";
import { endSession } from "./client";
import { refreshSession } from "./refresh";
import type { Follow } from "./stream";

const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 20_000;

type Message = { facts?: Record<string, unknown> };

/**
 * Follows events until the returned function is called.
 *
 * The browser itself comes back after a break, and says which event it has had. Where the server
 * refuses, because the access token has expired, it gives up: then we exchange the token, and go on
 * after the same event. Where none was heard before, nobody knows what was missed: all is read again.
 */
export function followEvents({ topics, kinds, hear, note }: Follow): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let [last, wait, isOver] = ["", FIRST_WAIT, false];

  const open = (isAgain = false) => {
    note("opening");
    const query = new URLSearchParams({ ...(topics && { topics }), ...(last && { after: last }) });
    source?.close(); // who came back twice at once, as after a sleep, follows once
    source = new EventSource(`${serverBase()}/api/v1/events?${query}`);
    source.onopen = () => {
      wait = FIRST_WAIT;
      note("live");
      if (isAgain && last === "") hear("resync", {});
      isAgain = false;
    };
    source.onerror = () => {
      note("lost");
      if (source?.readyState === EventSource.CLOSED) comeBack();
    };
    for (const kind of [...kinds, "resync"]) {
      source.addEventListener(kind, (event: MessageEvent<string>) => {
        last = event.lastEventId;
        hear(kind, (JSON.parse(event.data || "{}") as Message).facts ?? {});
      });
    }
  };

  const comeBack = () => {
    source?.close();
    clearTimeout(timer);
    timer = setTimeout(() => {
      refreshSession().then(
        (isSignedIn) => {
          if (isOver) return;
          if (isSignedIn) open(true);
          else endSession();
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
    note("lost");
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
    note("closed");
  };
}
