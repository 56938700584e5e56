import {
  infiniteQueryOptions,
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

export type FileAudio = Schemas["FileAudio"];
export type FilePlan = Schemas["FilePlan"];
export type SoundTrack = Schemas["TrackDocument"];
export type TitleAudio = Schemas["TitleAudio"];
export type Pin = Schemas["PinDocument"];
export type FileState = Schemas["DefaultAudio"];
export type AudioPreview = Schemas["AudioPreview"];

const PAGE = 50;
const FILES_OF_A_TITLE = 20;

const titleAudio = (id: string) =>
  infiniteQueryOptions({
    queryKey: ["audio", "title", id],
    queryFn: ({ pageParam, signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/audio", {
          params: { path: { title_id: id }, query: { after: pageParam, limit: FILES_OF_A_TITLE } },
          signal,
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export function useTitleAudio(id: string) {
  return useInfiniteQuery(titleAudio(id));
}

/** Chooses a track for a title and all below it, or lets rules and languages decide again. */
export function usePin(titleId: string) {
  const queries = useQueryClient();
  const params = { path: { title_id: titleId } };
  return useMutation({
    mutationFn: (body: Schemas["PinSent"] | null) =>
      body
        ? take(api.PUT("/api/v1/titles/{title_id}/audio/pin", { params, body }))
        : take(api.DELETE("/api/v1/titles/{title_id}/audio/pin", { params })),
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["title", titleId] });
      return queries.invalidateQueries({ queryKey: ["audio"] });
    },
  });
}

/** How many files start as they should, and why; of one library, or of all. */
export function useAudioPreview(library?: string) {
  return useQuery({
    queryKey: ["audio", "preview", library ?? "all"],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/audio/preview", {
          params: { query: library ? { library: [library] } : {} },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });
}

export type Group = { state: FileState; reason: string; library?: string };

/** The files of one group, by path. */
export function useAudioFiles({ state, reason, library }: Group) {
  return useInfiniteQuery({
    queryKey: ["audio", "files", state, reason, library ?? "all"],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        file_state: state,
        reason,
        library: library ? [library] : undefined,
        after: pageParam,
        limit: PAGE,
      };
      return take(api.GET("/api/v1/audio/files", { params: { query }, signal }));
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  });
}
