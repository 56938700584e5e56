import { useMutation, useQueries, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type Pass = Schemas["Pass"];
export const PASSES: readonly Pass[] = ["identify", "enrich", "audio", "artwork", "publish"];
export type Counts = Record<Pass, number>;

/** Counts what each pass would look into, over these libraries together. */
export function useCounts(libraryIds: readonly string[], everything: boolean) {
  return useQueries({
    queries: libraryIds.map((id) => ({
      queryKey: ["pipeline", id, everything],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        take(
          api.GET("/api/v1/libraries/{library_id}/process", {
            params: { path: { library_id: id }, query: { everything } },
            signal,
          }),
        ),
      staleTime: 0, // what was counted before the last run says nothing of the next
    })),
    combine: (found) => ({
      error: found.find(({ error }) => error)?.error,
      counts: found.every(({ data }) => data)
        ? sum(found.flatMap(({ data }) => data?.passes ?? []))
        : undefined,
    }),
  });
}

function sum(passes: readonly { name: Pass; count: number }[]): Counts {
  const counts: Counts = { identify: 0, enrich: 0, audio: 0, artwork: 0, publish: 0 };
  for (const { name, count } of passes) counts[name] += count;
  return counts;
}

export type Wanted = { libraryIds: readonly string[]; passes: Pass[]; everything: boolean };

/** Queues passes over libraries, a job for each. */
export function useProcess(onQueued?: () => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: ({ libraryIds, passes, everything }: Wanted) =>
      Promise.all(
        libraryIds.map((id) =>
          take(
            api.POST("/api/v1/libraries/{library_id}/process", {
              params: { path: { library_id: id } },
              body: { passes, everything },
            }),
          ),
        ),
      ),
    onSuccess: onQueued,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
