import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";

import { serverBase } from "@/api/base";
import { api, take, type Schemas } from "@/api/client";
import { authorization } from "@/api/refresh";
import { followEvents } from "@/api/stream";

import { saveFrom } from "@/ui/save";

import { fits, LINES, withHeard } from "./fits";

export type LogEntry = Schemas["LogEntry"];
export type LogFilter = { level: LogEntry["level"]; component: string; text: string };

/** So many of those heard last may be said too late for a page that is read just then. */
const LATELY = 100;

type Written = { entries?: LogEntry[]; missed?: number };

/** The latest entries that fit, the newest first; while it is followed they come as they are said. */
export function useLog(filter: LogFilter, isFollowing: boolean) {
  const { level, component, text } = filter;
  const queries = useQueryClient();
  const heard = useRef<LogEntry[]>([]);
  const found = useQuery({
    queryKey: ["logs", level, component, text],
    queryFn: async ({ signal }) => {
      const query = {
        level,
        component: component ? [component] : undefined,
        text: text.trim() || undefined,
        limit: LINES,
      };
      const page = await take(
        api.GET("/api/v1/logs", { params: { query: query as never }, signal }),
      );
      return withHeard(page, heard.current);
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  useEffect(() => {
    heard.current = [];
    if (!isFollowing) return;
    const queryKey = ["logs", level, component, text];
    const readAgain = () => void queries.invalidateQueries({ queryKey });
    const add = ({ entries = [], missed = 0 }: Written) => {
      if (missed > 0) readAgain();
      const fitting = entries.filter((entry) => fits(entry, { level, component, text }));
      heard.current = [...fitting.toReversed(), ...heard.current].slice(0, LATELY);
      queries.setQueryData<Schemas["LogPage"]>(
        queryKey,
        (page) => page && withHeard(page, heard.current),
      );
    };
    return followEvents({
      topics: "logs",
      kinds: ["logs.written"],
      hear: (kind, facts) => (kind === "resync" ? readAgain() : add(facts as Written)),
      note: (state) => {
        if (state === "live") readAgain(); // what was said before is not told again
      },
    });
  }, [queries, isFollowing, level, component, text]);
  return found;
}

/** Saves all of the log, packed. */
export function useLogFile() {
  return useMutation({
    mutationFn: async () =>
      saveFrom(`${serverBase()}/api/v1/logs/file`, "maestrarr.log.gz", await authorization()),
  });
}
