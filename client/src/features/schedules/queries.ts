import { useMutation, useQuery, useQueryClient, type QueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { optimistically } from "@/api/queries";

export type Schedule = Schemas["ScheduleDocument"];

export function useSchedules() {
  return useQuery({
    queryKey: ["schedules"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/schedules", { signal }))).schedules,
  });
}

const anew = (queries: QueryClient) => {
  void queries.invalidateQueries({ queryKey: ["schedules"] });
  void queries.invalidateQueries({ queryKey: ["jobs"] });
};

/** Lets a schedule begin at other times. */
export function useChangeSchedule(name: string, onChanged: () => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: Schemas["SchedulePatch"]) =>
      take(api.PATCH("/api/v1/schedules/{name}", { params: { path: { name } }, body })),
    onSuccess: onChanged,
    onSettled: () => anew(queries),
  });
}

/** Lets a schedule rest, or begin again; shown at once. */
export function usePauseSchedule(name: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (is_paused: boolean) =>
      take(
        api.PATCH("/api/v1/schedules/{name}", { params: { path: { name } }, body: { is_paused } }),
      ),
    onMutate: async (is_paused) => ({
      undo: await optimistically<Schedule[]>(queries, ["schedules"], (schedules) =>
        schedules.map((each) => (each.name === name ? { ...each, is_paused } : each)),
      ),
    }),
    onError: (_error, _isPaused, context) => context?.undo(),
    onSettled: () => anew(queries),
  });
}

/** Has what is scheduled begin now. */
export function useRunSchedule(name: string, onBegun: (job: Schemas["Accepted"]) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(api.POST("/api/v1/schedules/{name}/run", { params: { path: { name } } })),
    onSuccess: onBegun,
    onSettled: () => anew(queries),
  });
}
