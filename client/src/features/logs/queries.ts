import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { serverBase } from "@/api/base";
import { api, take, type Schemas } from "@/api/client";
import { authorization } from "@/api/refresh";
import { followEvents } from "@/api/stream";

import { saveFrom } from "@/ui/save";

import { fits } from "./fits";

export type LogEntry = Schemas["LogEntry"];
export type LogFilter = { level: LogEntry["level"]; component: string; text: string };

type LogPage = Schemas["LogPage"];
type Written = { entries?: LogEntry[]; missed?: number };

const LINES = 300;

/** The latest entries that fit, the newest first; while it is followed they come as they are said. */
export function useLog(filter: LogFilter, isFollowing: boolean) {
  const { level, component, text } = filter;
  const queries = useQueryClient();
  const found = useQuery({
    queryKey: ["logs", level, component, text],
    queryFn: ({ signal }) => {
      const query = {
        level,
        component: component ? [component] : undefined,
        text: text.trim() || undefined,
        limit: LINES,
      };
      return take(api.GET("/api/v1/logs", { params: { query: query as never }, signal }));
    },
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  useEffect(() => {
    if (!isFollowing) return;
    const queryKey = ["logs", level, component, text];
    const readAgain = () => void queries.invalidateQueries({ queryKey });
    const add = ({ entries = [], missed = 0 }: Written) => {
      if (missed > 0) readAgain();
      const fitting = entries.filter((entry) => fits(entry, { level, component, text }));
      queries.setQueryData<LogPage>(queryKey, (page) => page && added(page, fitting));
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

function added(page: LogPage, said: readonly LogEntry[]): LogPage {
  if (said.length === 0) return page;
  return { ...page, entries: [...said.toReversed(), ...page.entries].slice(0, LINES) };
}

/** Saves all of the log, packed. */
export function useLogFile() {
  return useMutation({
    mutationFn: async () =>
      saveFrom(`${serverBase()}/api/v1/logs/file`, "maestrarr.log.gz", await authorization()),
  });
}
