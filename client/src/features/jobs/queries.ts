import {
  infiniteQueryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type Job = Schemas["JobDocument"];
export type JobDetail = Schemas["JobDetail"];
export type Status = Schemas["Status"];
export type Priority = Schemas["JobPatch"]["priority"];
export type Severity = Schemas["Severity"];
export type LogLine = Schemas["LogLineDocument"];

const PAGE = 50;
const MOST_LINES = 1_000;

const jobsQuery = (status: readonly Status[], kind: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["jobs", "list", status, kind],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        status: [...status],
        kind: kind ? [kind] : undefined,
        before: pageParam,
        limit: PAGE,
      };
      return take(api.GET("/api/v1/jobs", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export function useJobs(status: readonly Status[], kind?: string) {
  return useInfiniteQuery(jobsQuery(status, kind));
}

/** What runs or waits now; the ring in the frame turns by it. */
export function useActiveJobs() {
  return useQuery({
    queryKey: ["jobs", "active"],
    queryFn: async ({ signal }) => {
      const query = { status: ["running", "queued"] as Status[], limit: PAGE };
      return (await take(api.GET("/api/v1/jobs", { params: { query }, signal }))).jobs;
    },
  });
}

export function useRecentJobs(limit: number) {
  return useQuery({
    queryKey: ["jobs", "recent", limit],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/jobs", { params: { query: { limit } }, signal }))).jobs,
    meta: { isKeptOffline: true },
  });
}

export function useJob(id: string) {
  return useQuery({
    queryKey: ["job", id],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } }, signal })),
    enabled: id !== "",
  });
}

/** A job's log; after news of the job only the lines that are new are read. */
export function useJobLines(id: string) {
  const queries = useQueryClient();
  const queryKey = ["job", id, "lines"];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const known = queries.getQueryData<LogLine[]>(queryKey) ?? [];
      let lines = known;
      let after: number | null = known[known.length - 1]?.id ?? 0;
      while (after !== null) {
        const params = { path: { job_id: id }, query: { after, limit: MOST_LINES } };
        const answer: Schemas["LogLines"] = await take(
          api.GET("/api/v1/jobs/{job_id}/lines", { params, signal }),
        );
        lines = [...lines, ...answer.lines];
        after = answer.next;
      }
      return lines;
    },
    structuralSharing: false,
  });
}

export function useStatistics(days: number) {
  return useQuery({
    queryKey: ["statistics", days],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/jobs/statistics", { params: { query: { days } }, signal })))
        .days,
  });
}

function useAfterJob(id: string) {
  const queries = useQueryClient();
  return () => {
    void queries.invalidateQueries({ queryKey: ["job", id] });
    void queries.invalidateQueries({ queryKey: ["jobs"] });
  };
}

/** Queues a job once more; gives the new one. */
export function useRunAgain(id: string, onQueued: () => void) {
  const onSettled = useAfterJob(id);
  return useMutation({
    mutationFn: () =>
      take(api.POST("/api/v1/jobs/{job_id}/again", { params: { path: { job_id: id } } })),
    onSuccess: onQueued,
    onSettled,
  });
}

export function useJobActions(id: string) {
  const onSettled = useAfterJob(id);
  const params = { path: { job_id: id } };
  const cancel = useMutation({
    mutationFn: () => take(api.POST("/api/v1/jobs/{job_id}/cancel", { params })),
    onSettled,
  });
  const now = useMutation({
    mutationFn: () => take(api.POST("/api/v1/jobs/{job_id}/now", { params })),
    onSettled,
  });
  const raise = useMutation({
    mutationFn: (priority: Priority) =>
      take(api.PATCH("/api/v1/jobs/{job_id}", { params, body: { priority } })),
    onSettled,
  });
  return { cancel, now, raise };
}

export const hasEnded = ({ status }: Pick<Job, "status">): boolean =>
  status !== "queued" && status !== "running";
