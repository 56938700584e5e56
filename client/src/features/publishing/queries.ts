import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { jobOutcome } from "@/features/jobs/outcome";
import { request, type Meant } from "@/features/library/meant";

export type Publishing = Schemas["TitlePublishing"];
export type Plan = Schemas["PublishPlanDocument"];
export type PlannedFile = Schemas["PlannedFileDocument"];
export type Publication = Schemas["PublicationDocument"];
export type PublishPreview = Schemas["PublishPreview"];
export type Verification = Schemas["VerificationDocument"];
export type Profile = Schemas["NamingDocument"]["profiles"][number];
export type VerifiedFile = Schemas["VerifiedFileDocument"];

/** Writes at once; what it would write is shown before. */
const FOR_GOOD = { dry_run: false };
const PAGE = 50;

/** How a title stands: its last publication, and what keeps going wrong. */
export function usePublishing(titleId: string) {
  return useQuery({
    queryKey: ["publishing", titleId],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/publication", {
          params: { path: { title_id: titleId } },
          signal,
        }),
      ),
  });
}

/** What publishing a title would write now. */
export function usePlan(titleId: string) {
  return useQuery({
    queryKey: ["publishing", titleId, "plan"],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/publication/plan", {
          params: { path: { title_id: titleId } },
          signal,
        }),
      ),
    staleTime: 0,
  });
}

/** What was published of a title, the newest first. */
export function usePublications(titleId: string) {
  return useInfiniteQuery({
    queryKey: ["publishing", titleId, "log"],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/publications", {
          params: { query: { title: titleId, before: pageParam, limit: PAGE } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

export type Published = { published: number; unchanged: number; refused: number; failed: number };

/** Publishes titles and all below them, and says once that is done what came of it. */
export function usePublish(onPublished: (done: Published) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async (meant: Meant) => {
      const job = await take(api.POST("/api/v1/publications", request(meant, FOR_GOOD)));
      return (await jobOutcome(job.id)) as Published;
    },
    onSuccess: onPublished,
    onSettled: () => readAgain(queries),
  });
}

/** What publishing titles would do. */
export function usePublishPreview(meant: Meant, isAsked: boolean) {
  return useQuery({
    queryKey: ["publishing", "preview", meant],
    queryFn: ({ signal }) =>
      take(api.POST("/api/v1/publications/preview", { ...request(meant, FOR_GOOD), signal })),
    enabled: isAsked,
    staleTime: 0,
  });
}

/** Puts back what was published of a title; says how many files that was. */
export function useRestore(titleId: string, onRestored: (files: number) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const job = await take(
        api.POST("/api/v1/titles/{title_id}/publication/restore", {
          params: { path: { title_id: titleId } },
        }),
      );
      return (await jobOutcome(job.id))["restored"] as number;
    },
    onSuccess: onRestored,
    onSettled: () => readAgain(queries),
  });
}

/** Lets a title's trailer stand beside its film; gives the name of the file. */
export function useFetchTrailer(titleId: string, onThere: (names: string[]) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async () => {
      const job = await take(
        api.POST("/api/v1/titles/{title_id}/trailer", {
          params: { path: { title_id: titleId } },
        }),
      );
      return (await jobOutcome(job.id))["written"] as string[];
    },
    onSuccess: onThere,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["title", titleId] }),
  });
}

/** Lets a title be known again as it was published. */
export function useDiscard(titleId: string, onDiscarded: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/titles/{title_id}/publication/discard", {
          params: { path: { title_id: titleId } },
        }),
      ),
    onSuccess: onDiscarded,
    onSettled: () => readAgain(queries),
  });
}

/** For whose players a library's files are named. */
export function useNaming(libraryId: string) {
  return useQuery({
    queryKey: ["naming", libraryId],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/libraries/{library_id}/naming", {
          params: { path: { library_id: libraryId } },
          signal,
        }),
      ),
  });
}

/** Says for whose players a library's files are named; null lets the settings say it. */
export function useSetNaming(libraryId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (profiles: Profile[] | null) =>
      take(
        api.PUT("/api/v1/libraries/{library_id}/naming", {
          params: { path: { library_id: libraryId } },
          body: { profiles },
        }),
      ),
    onSuccess: (naming) => queries.setQueryData(["naming", libraryId], naming),
    onSettled: () => readAgain(queries),
  });
}

/** What was compared with the disks, the newest first. */
export function useVerifications() {
  return useQuery({
    queryKey: ["verifications"],
    queryFn: async ({ signal }) =>
      (await take(api.GET("/api/v1/verifications", { params: { query: {} }, signal })))
        .verifications,
  });
}

/** What one comparison found. */
export function useVerifiedFiles(id: string | undefined) {
  return useInfiniteQuery({
    queryKey: ["verifications", id, "files"],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/verifications/{verification_id}/files", {
          params: { path: { verification_id: id ?? "" }, query: { after: pageParam } },
          signal,
        }),
      ),
    enabled: id !== undefined,
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Compares everything that was published with the disks. */
export function useVerify() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (said: { repairs: boolean; reads_bytes: boolean }) => {
      const job = await take(api.POST("/api/v1/verifications", { body: said }));
      await jobOutcome(job.id);
    },
    onSettled: () => {
      readAgain(queries);
      void queries.invalidateQueries({ queryKey: ["verifications"] });
    },
  });
}

/** Reads again what a publication may have changed. */
function readAgain(queries: QueryClient): void {
  for (const key of ["publishing", "title", "titles", "facets", "changes"])
    void queries.invalidateQueries({ queryKey: [key] });
}
