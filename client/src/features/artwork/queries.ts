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

/** Everything that is done with a title's pictures; what comes of it is shown at once. */
export function useArtworkDeeds(titleId: string) {
  const queries = useQueryClient();
  const path = (place: Place) => ({
    title_id: titleId,
    artwork_type: place.type,
    number: place.number,
  });
  const onSuccess = (told: TitleArtwork) => {
    queries.setQueryData(["artwork", "title", titleId], told);
    void queries.invalidateQueries({ queryKey: ["title", titleId] });
    return queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] });
  };
  const pick = useMutation({
    mutationFn: ({ place, body }: { place: Place; body: Schemas["PickSent"] }) =>
      take(
        api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}", {
          params: { path: path(place) },
          body,
        }),
      ),
    onSuccess,
  });
  const upload = useMutation({
    mutationFn: ({ place, file }: { place: Place; file: Blob }) =>
      take(
        api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}/file", {
          params: { path: path(place) },
          body: file as never,
          bodySerializer: (body: unknown) => body as Blob,
          headers: { "Content-Type": file.type || "application/octet-stream" },
        }),
      ),
    onSuccess,
  });
  const remove = useMutation({
    mutationFn: (place: Place) =>
      take(
        api.DELETE("/api/v1/titles/{title_id}/artwork/{artwork_type}/{number}", {
          params: { path: path(place) },
        }),
      ),
    onSuccess,
  });
  const lock = useMutation({
    mutationFn: ({ type, is_locked }: { type: string; is_locked: boolean }) =>
      take(
        api.PUT("/api/v1/titles/{title_id}/artwork/{artwork_type}/lock", {
          params: { path: { title_id: titleId, artwork_type: type } },
          body: { is_locked },
        }),
      ),
    onSuccess,
  });
  return { pick, upload, remove, lock };
}

/** Has a title's pictures chosen anew; `types` lifts the locks of these. */
export function useSelectAnew(titleId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { types?: string[]; search?: boolean }) =>
      take(
        api.POST("/api/v1/titles/{title_id}/artwork/select", {
          params: { path: { title_id: titleId } },
          body: { search: false, ...body },
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: ["artwork", "title", titleId] }),
  });
}

/** Takes back all that was picked, uploaded, locked and rejected of a title's pictures. */
export function useDiscardChoices(titleId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      take(
        api.POST("/api/v1/titles/{title_id}/artwork/discard", {
          params: { path: { title_id: titleId } },
        }),
      ),
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
export function useReject(titleId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      take(
        api.POST("/api/v1/artwork/candidates/{candidate_id}/reject", {
          params: { path: { candidate_id: id } },
          body: { reason },
        }),
      ),
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
