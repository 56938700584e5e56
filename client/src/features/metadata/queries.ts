import {
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { request, type Meant } from "@/features/library/meant";

type TitleDetail = Schemas["TitleDetail"];
export type LikelyWork = Schemas["LikelyWork"];
type Patch = Schemas["TitlePatch"];
export type Edit = Partial<Omit<Patch, "is_monitored" | "values">> & {
  values?: Partial<NonNullable<Patch["values"]>>;
};

const PAGE = 20;

export function useUnidentified() {
  return useInfiniteQuery({
    queryKey: ["unidentified"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const query = { after: pageParam, limit: PAGE };
      return take(api.GET("/api/v1/metadata/unidentified", { params: { query }, signal }));
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** How many titles wait to be identified. */
export function useWaiting() {
  return useQuery({
    queryKey: ["unidentified", "count"],
    queryFn: async ({ signal }) => {
      const query = { limit: 1 };
      return (await take(api.GET("/api/v1/metadata/unidentified", { params: { query }, signal })))
        .total;
    },
  });
}

export function useTitleMetadata(id: string) {
  return useQuery({
    queryKey: ["title", id, "metadata"],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/metadata", {
          params: { path: { title_id: id } },
          signal,
        }),
      ),
  });
}

const anew = (queries: QueryClient) => {
  for (const key of ["unidentified", "titles", "title", "facets"]) {
    void queries.invalidateQueries({ queryKey: [key] });
  }
};

/** Changes what is said of a title; the answer is shown at once. */
export function useEdit(id: string) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: Edit) =>
      take(
        api.PATCH("/api/v1/titles/{title_id}", {
          params: { path: { title_id: id } },
          body: body as Schemas["TitlePatch"],
        }),
      ),
    onSuccess: (title: TitleDetail) => queries.setQueryData(["title", id], title),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["titles"] }),
  });
}

/** Asks services about a title; what they say comes with a job. */
export function useAskServices(id: string, onAsked: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/titles/{title_id}/enrich", {
          params: { path: { title_id: id }, query: {} },
        }),
      ),
    onSuccess: onAsked,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}

export function useLikelyWorks(id: string, isWanted: boolean) {
  return useQuery({
    queryKey: ["title", id, "works"],
    enabled: isWanted,
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/candidates", {
          params: { path: { title_id: id } },
          signal,
        }),
      ),
  });
}

/** Searches for a title under another name, and takes it for one of the works that are found. */
export function useWorks(id: string, onChosen: (work: LikelyWork) => void) {
  const queries = useQueryClient();
  const path = { title_id: id };
  return {
    search: useMutation({
      meta: { isToldInPlace: true },
      mutationFn: (title: string) =>
        take(
          api.POST("/api/v1/titles/{title_id}/candidates", { params: { path }, body: { title } }),
        ),
      onSuccess: (found) => queries.setQueryData(["title", id, "works"], found),
      onSettled: () => void queries.invalidateQueries({ queryKey: ["unidentified"] }),
    }),
    choose: useMutation({
      meta: { isToldInPlace: true },
      mutationFn: (work: LikelyWork) =>
        take(
          api.POST("/api/v1/titles/{title_id}/candidates/{candidate_id}", {
            params: { path: { ...path, candidate_id: work.id } },
          }),
        ),
      onSuccess: (_title, work) => onChosen(work),
      onSettled: () => anew(queries),
    }),
  };
}

/** Changes what is said of many titles. */
export function useBulkEdit(onEdited: (done: Schemas["Edited"]) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: ({ meant, edit }: { meant: Meant; edit: Edit }) =>
      take(api.POST("/api/v1/titles/edit", request(meant, edit as Schemas["TitlesEdit"]))),
    onSuccess: onEdited,
    onSettled: () => anew(queries),
  });
}

/** Asks services about many titles. */
export function useBulkAsk(onAsked: (queued: Schemas["WantedTitles"]) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (meant: Meant) => take(api.POST("/api/v1/titles/enrich", request(meant, {}))),
    onSuccess: onAsked,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
