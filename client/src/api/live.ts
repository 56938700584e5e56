import type { QueryClient } from "@tanstack/react-query";

import { noteConnection } from "./connection";
import { kinds, Newsroom } from "./news";
import { followEvents } from "./stream";

/** Follows the news, and reads again what they concern, until the returned function is called. */
export function followNews(queries: QueryClient): () => void {
  const newsroom = new Newsroom(queries);
  const leave = followEvents({
    topics: "",
    kinds,
    hear: (kind, facts) => {
      if (kind === "resync") newsroom.resync();
      else newsroom.hear(kind, facts);
    },
    note: (state) => {
      noteConnection(state);
      if (state === "live") newsroom.recover();
    },
  });
  return () => {
    leave();
    newsroom.close();
  };
}
