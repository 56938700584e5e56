import { keepPreviousData, useQuery } from "@tanstack/react-query";

import { serverBase } from "@/api/base";
import { api, take, type Schemas } from "@/api/client";

export type LogEntry = Schemas["LogEntry"];
export type Level = LogEntry["level"];
export type LogFilter = { level: Level; component: string; text: string };

const LINES = 300;
const LOOK_AGAIN = 2_000;

/** The latest entries that fit, the newest last; while it is followed it looks again and again. */
export function useLog({ level, component, text }: LogFilter, isFollowing: boolean) {
  return useQuery({
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
    refetchInterval: isFollowing ? LOOK_AGAIN : false,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** Where all of the log is, packed. */
export const logFileUrl = (): string => `${serverBase()}/api/v1/logs/file`;
