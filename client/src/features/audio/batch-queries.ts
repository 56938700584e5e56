import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { jobOutcome } from "@/features/jobs/outcome";

import type { TitleFilter } from "@/features/library/filter";

import type { FileAudio, Group } from "./queries";

export type Batch = Schemas["BatchDocument"];
export type BatchFile = Schemas["BatchFileDocument"];
export type BatchSent = Pick<Partial<Schemas["BatchSent"]>, "path" | "reason" | "priority"> & {
  filter?: TitleFilter;
};
export type FileStatus = NonNullable<BatchFile["status"]>;

const PAGE = 50;

const again = (queries: QueryClient) => {
  for (const key of ["audio", "title", "changes", "batches"])
    void queries.invalidateQueries({ queryKey: [key] });
};

type Fixed = Pick<FileAudio, "file_id" | "path">;

/**
 * Gives a file the right default track, and tells which change can take that back: also when the
 * button has gone by then, as it does once the file is seen to be right.
 *
 * @throws ProblemError when the file stays as it is, with the reason.
 */
export function useFixFile(onFixed: (file: Fixed, changeId: string | null) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ file_id, path }: Fixed) => {
      const params = { path: { file_id } };
      const job = await take(api.POST("/api/v1/files/{file_id}/audio", { params }));
      const { status } = await jobOutcome(job.id);
      if (status !== "changed") return null; // what wrote it before is another change
      const query = { file: path, undone: false, undoes: false, limit: 1 };
      const found = await take(api.GET("/api/v1/changes", { params: { query } }));
      return found.change_sets[0]?.id ?? null;
    },
    onSuccess: (changeId, file) => onFixed(file, changeId),
    onSettled: () => again(queries),
  });
}

/** Starts a run over many files. */
export function useStartBatch() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: BatchSent) =>
      take(api.POST("/api/v1/batches", { body: body as Schemas["BatchSent"] })),
    onSettled: () => again(queries),
  });
}

/** Starts a run over all files of one group, whatever their number. */
export function useFixGroup() {
  const start = useStartBatch();
  return useMutation({
    mutationFn: ({ reason, library }: Group) =>
      start.mutateAsync({ reason, ...(library ? { filter: { library: [library] } } : {}) }),
  });
}

export function useBatches() {
  return useInfiniteQuery({
    queryKey: ["batches", "list"],
    queryFn: ({ pageParam, signal }) => {
      const query = { before: pageParam, limit: PAGE };
      return take(api.GET("/api/v1/batches", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export function useBatchStatistics(days: number) {
  return useQuery({
    queryKey: ["batches", "statistics", days],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/batches/statistics", { params: { query: { days } }, signal })),
  });
}

export function useBatch(id: string) {
  return useQuery({
    queryKey: ["batch", id],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/batches/{batch_id}", { params: { path: { batch_id: id } }, signal })),
  });
}

const batchFiles = (id: string, status: FileStatus | null) =>
  infiniteQueryOptions({
    queryKey: ["batch", id, "files", status],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/batches/{batch_id}/files", {
          params: {
            path: { batch_id: id },
            query: { status: status ? [status] : [], after: pageParam, limit: PAGE },
          },
          signal,
        }),
      ),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export function useBatchFiles(id: string, status: FileStatus | null) {
  return useInfiniteQuery(batchFiles(id, status));
}

export function useCancelBatch(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(api.POST("/api/v1/batches/{batch_id}/cancel", { params: { path: { batch_id: id } } })),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["batch", id] }),
  });
}
