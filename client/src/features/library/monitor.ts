import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";

import { api, take } from "@/api/client";
import { optimistically } from "@/api/queries";

import { request, type Meant } from "./meant";
import type { TitleDetail, TitleInList } from "./queries";

type Asked = Meant & { is_monitored: boolean };
type Shown = Awaited<ReturnType<typeof show>>;

/** Lets automation look after titles, or not; shown at once, and taken back when it is refused. */
export function useMonitor(onDone?: (asked: Asked, shown: Shown) => void) {
  const queries = useQueryClient();
  return useMutation({
    scope: { id: "monitor" }, // one after the other: what comes back last is what was asked last
    mutationFn: (asked: Asked) => {
      const { is_monitored } = asked;
      return take(api.POST("/api/v1/titles/monitor", request(asked, { is_monitored })));
    },
    onMutate: (asked) => show(queries, asked),
    onSuccess: (_done, asked, shown) => onDone?.(asked, shown),
    onError: (_error, _asked, context) => context?.undo.forEach((each) => each()),
    onSettled: (_done, _error, asked) => {
      const ids = "ids" in asked ? asked.ids : [];
      for (const id of ids) void queries.invalidateQueries({ queryKey: ["title", id] });
      if (ids.length === 0) void queries.invalidateQueries({ queryKey: ["title"] });
      void queries.invalidateQueries({ queryKey: ["titles"] });
      void queries.invalidateQueries({ queryKey: ["facets"] });
    },
  });
}

/** Shows a change before the server has it; tells which titles that are known change by it. */
async function show(queries: QueryClient, asked: Asked) {
  const { is_monitored } = asked;
  const isMeant = (id: string) => !("ids" in asked) || asked.ids.includes(id);
  const changedIds = new Set<string>();
  const changed = <Title extends { id: string; is_monitored: boolean }>(title: Title): Title => {
    if (!isMeant(title.id) || title.is_monitored === is_monitored) return title;
    changedIds.add(title.id);
    return { ...title, is_monitored };
  };
  const key = "ids" in asked ? ["titles"] : ["titles", asked.filter];
  const undo = [
    await optimistically<unknown>(queries, key, (list) =>
      Array.isArray(list) ? (list as TitleInList[]).map(changed) : list,
    ),
  ];
  for (const id of "ids" in asked ? asked.ids : []) {
    undo.push(await optimistically<TitleDetail>(queries, ["title", id], changed));
  }
  return { undo, changedIds: [...changedIds] };
}
