import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
  type QueryClient,
} from "@tanstack/react-query";
import { useCallback, useState } from "react";

import { api, take, type Schemas } from "@/api/client";
import { useWords } from "@/i18n/words";
import { toast } from "@/ui/Toast";

import type { TitleFilter, TitleQuery } from "./filter";
import { narrowing } from "./meant";

export type TitleInList = Schemas["TitleDocument"] & { picture_version?: string | null } & {
  size_bytes?: number;
  rating?: number | null;
  runtime_minutes?: number | null;
};
export type TitleDetail = Schemas["TitleDetail"];
export type MediaFile = Schemas["FileDocument"];
export type Library = Schemas["LibraryDocument"];
export type Facets = Schemas["Facets"];

export const PAGE = 200;
/** So many pages of a list are kept for when the server is out of reach. */
const KEPT_PAGES = 5;
const FIELDS: NonNullable<TitleQuery["fields"]> = [
  "id",
  "library_id",
  "kind",
  "state",
  "title",
  "year",
  "is_monitored",
  "missing_since",
  "added_at",
  "picture_version",
  "runtime_minutes",
  "rating",
  "size_bytes",
];

const page = (filter: TitleFilter, number: number) =>
  queryOptions({
    queryKey: ["titles", filter, number],
    queryFn: async ({ signal }) => {
      const query = { ...filter, fields: FIELDS, skip: number * PAGE, limit: PAGE };
      const answer = await take(api.GET("/api/v1/titles", { params: { query }, signal }));
      return answer.titles as TitleInList[];
    },
    placeholderData: undefined,
    meta: { isKeptOffline: number < KEPT_PAGES },
  });

/** Reads what is seen first of the titles that a filter leaves, before it is shown. */
export function readFirst(queries: QueryClient, filter: TitleFilter): void {
  void queries.prefetchQuery(page(filter, 0));
  void queries.prefetchQuery(counts(filter));
}

/** Titles by their place in the list: only the pages near the view are read, and a few more. */
export function useTitles(filter: TitleFilter) {
  const [pages, setPages] = useState<readonly number[]>([0]);
  const found = useQueries({ queries: pages.map((number) => page(filter, number)) });
  const byPage = new Map(pages.map((number, at) => [number, found[at]?.data]));
  const titleAt = (index: number): TitleInList | undefined =>
    byPage.get(Math.floor(index / PAGE))?.[index % PAGE];
  const show = useCallback((first: number, last: number) => {
    const from = Math.max(0, Math.floor(first / PAGE));
    const to = Math.floor((last + PAGE / 2) / PAGE);
    setPages((before) => {
      const wanted = Array.from({ length: to - from + 1 }, (_, at) => from + at);
      return wanted.join() === before.join() ? before : wanted;
    });
  }, []);
  const first = found[0];
  return {
    titleAt,
    show,
    /** Whether nothing is known of the list yet; what a jump leads to only comes a little later. */
    isPending: pages[0] === 0 && (first?.isPending ?? true),
    /** Why nothing can be shown; what is there already stays. */
    error: found.every(({ data }) => !data) ? (first?.error ?? null) : null,
    loaded: pages[0] === 0 ? (first?.data?.length ?? 0) : undefined,
    retry: () => void found.forEach((each) => each.refetch()),
  };
}

function counts(filter: TitleFilter) {
  const query = narrowing(filter);
  return queryOptions({
    queryKey: ["facets", query],
    queryFn: ({ signal }) => take(api.GET("/api/v1/titles/facets", { params: { query }, signal })),
    meta: { isKeptOffline: true },
  });
}

export function useFacets(filter: TitleFilter) {
  return useQuery({ ...counts(filter), placeholderData: keepPreviousData });
}

export const titleQuery = (id: string) =>
  queryOptions({
    queryKey: ["title", id],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}", {
          params: { path: { title_id: id } },
          signal,
        }),
      ),
    meta: { isKeptOffline: true },
  });

export function useTitle(id: string | null) {
  return useQuery({ ...titleQuery(id ?? ""), enabled: id !== null });
}

export function useFoundTitles(words: string) {
  const q = words.trim();
  return useQuery({
    queryKey: ["titles", "search", q],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/titles/search", { params: { query: { q, limit: 8 } }, signal })),
    enabled: q.length > 0,
    placeholderData: keepPreviousData,
  });
}

export function useRecentTitles(limit: number) {
  return useQuery({
    queryKey: ["titles", "recent", limit],
    queryFn: async ({ signal }) => {
      const query: TitleQuery = { sort: "added", order: "desc", limit, fields: FIELDS };
      const answer = await take(api.GET("/api/v1/titles", { params: { query }, signal }));
      return answer.titles as TitleInList[];
    },
    meta: { isKeptOffline: true },
  });
}

export function useLibraries() {
  return useQuery({
    queryKey: ["libraries"],
    queryFn: async ({ signal }) => (await take(api.GET("/api/v1/libraries", { signal }))).libraries,
    meta: { isKeptOffline: true },
  });
}

export function useFaults(library?: string) {
  return useQuery({
    queryKey: ["faults", library ?? "all"],
    queryFn: ({ signal }) =>
      take(api.GET("/api/v1/faults", { params: { query: { library, limit: 200 } }, signal })),
  });
}

export function useFolders(path: string | null) {
  return useQuery({
    queryKey: ["folders", path],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/folders", {
          params: { query: path === null ? {} : { path } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
}

export function useAddLibrary() {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async (body: Schemas["NewLibrary"]) => {
      const library = await take(api.POST("/api/v1/libraries", { body }));
      const job = await startScan(library.id);
      return { library, job };
    },
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["libraries"] });
      void queries.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}

export function useChangeLibrary(id: string, onChanged: (library: Library) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: Schemas["LibraryPatch"]) =>
      take(
        api.PATCH("/api/v1/libraries/{library_id}", { params: { path: { library_id: id } }, body }),
      ),
    onSuccess: onChanged,
    onSettled: () => void queries.invalidateQueries({ queryKey: ["libraries"] }),
  });
}

export function useRemoveLibrary(onRemoved: (library: Library) => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Library) =>
      take(
        api.DELETE("/api/v1/libraries/{library_id}", {
          params: { path: { library_id: id } },
        }),
      ),
    onSuccess: (_gone, library) => onRemoved(library),
    onSettled: () => void queries.invalidateQueries(),
  });
}

function startScan(id: string, acceptMissing = false) {
  return take(
    api.POST("/api/v1/libraries/{library_id}/scan", {
      params: { path: { library_id: id } },
      body: { accept_missing: acceptMissing },
    }),
  );
}

/** Has libraries looked through, and says that they will be, wherever one is by then. */
export function useScan() {
  const queries = useQueryClient();
  const { t } = useWords();
  return useMutation({
    mutationFn: (ids: readonly string[]) => Promise.all(ids.map((id) => startScan(id))),
    onSuccess: () => toast(t("library.scanQueued")),
    onSettled: () => void queries.invalidateQueries({ queryKey: ["jobs"] }),
  });
}
