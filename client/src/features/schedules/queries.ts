import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { optimistically } from "@/api/queries";

export type Schedule = Schemas["ScheduleDocument"];

export function useSchedules() {
  return useQuery({
    queryKey: ["schedules"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/schedules", { signal }))).schedules,
  });
}

export function useScheduleActions(name: string) {
  const queries = useQueryClient();
  const onSettled = () => {
    void queries.invalidateQueries({ queryKey: ["schedules"] });
    void queries.invalidateQueries({ queryKey: ["jobs"] });
  };
  const params = { path: { name } };
  const change = useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: Schemas["SchedulePatch"]) =>
      take(api.PATCH("/api/v1/schedules/{name}", { params, body })),
    onSettled,
  });
  const pause = useMutation({
    mutationFn: (is_paused: boolean) =>
      take(api.PATCH("/api/v1/schedules/{name}", { params, body: { is_paused } })),
    onMutate: async (is_paused) => ({
      undo: await optimistically<Schedule[]>(queries, ["schedules"], (schedules) =>
        schedules.map((each) => (each.name === name ? { ...each, is_paused } : each)),
      ),
    }),
    onError: (_error, _isPaused, context) => context?.undo(),
    onSettled,
  });
  const run = useMutation({
    mutationFn: () => take(api.POST("/api/v1/schedules/{name}/run", { params })),
    onSettled,
  });
  return { change, pause, run };
}
