import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { useWords } from "@/i18n/words";
import { toast } from "@/ui/Toast";

export type TitleArtwork = Schemas["TitleArtwork"];
export type TypeArtwork = Schemas["TypeArtwork"];
export type Selected = Schemas["Selected"];
export type Candidate = Schemas["Candidate"];
export type Score = Schemas["Score"];
export type Rejection = Schemas["RejectionDocument"];

/** Which candidates are shown. */
export type Narrowed = { language?: string; provider?: string; width_from?: number };
/** A place that a title has a picture in. */
export type Place = { type: string; number: number };

const PAGE = 60;

/** What a title has and could have, by type. */
export function useTitleArtwork(titleId: string) {
  return useQuery({
    queryKey: ["artwork", "title", titleId],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/artwork", {
          params: { path: { title_id: titleId } },
          signal,
        }),
      ),
  });
}

/** What is offered of a type, the best first. */
export function useCandidates(titleId: string, type: string, narrowed: Narrowed) {
  return useInfiniteQuery({
    queryKey: ["artwork", "title", titleId, type, narrowed],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/artwork/{artwork_type}/candidates", {
          params: {
            path: { title_id: titleId, artwork_type: type },
            query: { ...narrowed, after: pageParam, limit: PAGE },
          },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  });
}

const whose = (title_id: string, { type, number }: Place) => ({
  path: { title_id, artwork_type: type, number },
});

/** Changes a title's pictures; what comes of it is shown at once. */
function useDeed<Given>(
  titleId: string,
  deed: (given: Given) => Promise<TitleArtwork>,
  { onDone, isToldInPlace = false }: { onDone?: () => void; isToldInPlace?: boolean } = {},
) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace },
    mutationFn: deed,
    onSuccess: (told) => {
      onDone?.();
      queries.setQueryData(["artwork", "title", titleId], told);
      void queries.invalidateQueries({ queryKey: ["title", titleId] });
      return queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] });
    },
  });
}

/** Takes a candidate, or what stands at an address. */
export const usePick = (titleId: string, onDone: () => void) =>
  useDeed(
    titleId,
    ({ place, body }: { place: Place; body: Schemas["PickSent"] }) =>
      take(
        api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}", {
          params: whose(titleId, place),
          body,
        }),
      ),
    { onDone, isToldInPlace: true },
  );

/** Takes a file of the user's own. */
export const useUpload = (titleId: string, onDone: () => void) =>
  useDeed(
    titleId,
    ({ place, file }: { place: Place; file: Blob }) =>
      take(
        api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}/file", {
          params: whose(titleId, place),
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { "Content-Type": file.type || "application/octet-stream" },
        }),
      ),
    { onDone, isToldInPlace: true },
  );

export const useRemovePicture = (titleId: string) =>
  useDeed(titleId, (place: Place) =>
    take(
      api.DELETE("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}", {
        params: whose(titleId, place),
      }),
    ),
  );

/** Lets what is chosen of a type stay as it is, or be chosen anew. */
export const useLockPictures = (titleId: string) =>
  useDeed(titleId, ({ type, is_locked }: { type: string; is_locked: boolean }) =>
    take(
      api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/lock", {
        params: { path: { title_id: titleId, artwork_type: type } },
        body: { is_locked },
      }),
    ),
  );

/** Has a title's pictures chosen anew; `types` lifts the locks of these. */
export function useSelectAnew(titleId: string, onQueued: (job: Schemas["Accepted"]) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: (body: { types?: string[]; search?: boolean }) =>
      take(
        api.POST("/api/v1/titles/{title_id}/artwork/select", {
          params: { path: { title_id: titleId } },
          body: { search: false, ...body },
        }),
      ),
    onSuccess: onQueued,
    onSettled: () => queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] }),
  });
}

/** Takes back all that was picked, uploaded, locked and rejected of a title's pictures. */
export function useDiscardChoices(titleId: string, onQueued: (job: Schemas["Accepted"]) => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: () =>
      take(
        api.POST("/api/v1/titles/{title_id}/artwork/discard", {
          params: { path: { title_id: titleId } },
        }),
      ),
    onSuccess: onQueued,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["rejections"] });
      return queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] });
    },
  });
}

/** What a library wants of its pictures. */
export function useWishes(libraryId: string) {
  return useQuery({
    queryKey: ["artwork", "library", libraryId],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/libraries/{library_id}/artwork", {
          params: { path: { library_id: libraryId } },
          signal,
        }),
      ),
  });
}

/** Says what a library wants of its pictures, in the place of all that was said before. */
export function useSayWishes(libraryId: string) {
  const queries = useQueryClient();
  const queryKey = ["artwork", "library", libraryId];
  return useMutation({
    mutationFn: (body: Schemas["Wishes"]) =>
      take(
        api.PUT("/api/v1/libraries/{library_id}/artwork", {
          params: { path: { library_id: libraryId } },
          body,
        }),
      ),
    onSuccess: (wishes) => queries.setQueryData(queryKey, wishes),
    onError: () => queries.invalidateQueries({ queryKey }),
  });
}

/** Has all pictures of a library chosen anew, but for what is locked. */
export function useChooseForLibrary(libraryId: string) {
  const { t } = useWords();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/libraries/{library_id}/artwork/select", {
          params: { path: { library_id: libraryId } },
        }),
      ),
    onSuccess: () => toast(t("wishes.queued")),
  });
}

/** Lets a picture be offered nowhere any more. */
export function useReject(titleId: string, onRejected: () => void) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      take(
        api.POST("/api/v1/artwork/candidates/{candidate_id}/reject", {
          params: { path: { candidate_id: id } },
          body: { reason },
        }),
      ),
    onSuccess: onRejected,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["rejections"] });
      return queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] });
    },
  });
}

/** The pictures that nobody wants, the latest first. */
export function useRejections() {
  return useInfiniteQuery({
    queryKey: ["rejections"],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/artwork/rejections", { params: { query: { after: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}

/** Lets a rejected picture be offered again. */
export function useTakeBack(onTakenBack: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      take(
        api.DELETE("/api/v1/artwork/rejections/{rejection_id}", {
          params: { path: { rejection_id: id } },
        }),
      ),
    onSuccess: onTakenBack,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["artwork"] });
      return queries.invalidateQueries({ queryKey: ["rejections"] });
    },
  });
}
