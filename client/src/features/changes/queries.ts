import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { jobOutcome } from "@/features/jobs/outcome";

export type ChangeSet = Schemas["ChangeSetDocument"];
export type ChangeSetDetail = Schemas["ChangeSetDetail"];
export type Change = Schemas["ChangeDocument"];
export type Refusal = Schemas["RefusalDocument"];
export type InterruptedChange = Schemas["InterruptedDocument"];
export type ChangeFilter = {
  kind?: string[];
  asked_by?: string[];
  file?: string;
  words?: string;
  undone?: boolean;
  undoes?: boolean;
};

const PAGE = 50;

/** What was ever written, the newest first. */
export function useChangeSets(filter: ChangeFilter) {
  return useInfiniteQuery({
    queryKey: ["changes", filter],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...filter, before: pageParam, limit: PAGE };
      return take(api.GET("/api/v1/changes", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** What the list can be narrowed by: kinds of changes, and who asked for them. */
export function useChangeChoices() {
  return useQuery({
    queryKey: ["changes", "choices"],
    queryFn: ({ signal }) => take(api.GET("/api/v1/changes/choices", { signal })),
  });
}

const changeSet = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["change", id],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/changes/{change_set_id}", {
          params: { path: { change_set_id: id }, query: { after: pageParam } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export function useChangeSet(id: string) {
  return useInfiniteQuery(changeSet(id));
}

/** What an undo would take back now: of a whole set, or of the changes that are named. */
export function useUndoPreview(id: string, changes: readonly string[], isAsked: boolean) {
  return useQuery({
    queryKey: ["change", id, "undo", changes],
    queryFn: ({ signal }) =>
      take(
        api.POST("/api/v1/changes/{change_set_id}/undo/preview", {
          params: { path: { change_set_id: id } },
          body: { changes: [...changes] },
          signal,
        }),
      ),
    enabled: isAsked,
    staleTime: 0,
  });
}

export type Undone = { undone: number; refused: number };

/** Takes changes back, and says once that is done how many were. */
export function useUndo(onUndone?: (done: Undone) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, changes = [] }: { id: string; changes?: readonly string[] }) => {
      const job = await take(
        api.POST("/api/v1/changes/{change_set_id}/undo", {
          params: { path: { change_set_id: id } },
          body: { changes: [...changes] },
        }),
      );
      return (await jobOutcome(job.id)) as Undone;
    },
    onSuccess: onUndone,
    onSettled: () => {
      for (const key of ["changes", "change", "audio", "title"])
        void queries.invalidateQueries({ queryKey: [key] });
    },
  });
}

/** What a crash cut short, and could not be put back by itself. */
export function useInterrupted() {
  return useQuery({
    queryKey: ["changes", "interrupted"],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/changes/interrupted", { signal }))).interrupted,
  });
}

export function useDismiss() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      take(
        api.DELETE("/api/v1/changes/interrupted/{change_id}", {
          params: { path: { change_id: id } },
        }),
      ),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["changes", "interrupted"] }),
  });
}
