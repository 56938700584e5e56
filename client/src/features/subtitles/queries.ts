import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";
import { jobOutcome } from "@/features/jobs/outcome";

export type SubtitledFile = Schemas["SubtitledFile"];
export type SubtitleTrack = Schemas["ExtractableTrack"];
export type Offer = Schemas["OfferDocument"];

/** Hears the names of the files, also after what asked for them is seen no more. */
type OnWritten = (names: string[]) => void;

/** The subtitles of a title, each with the file that it could be. */
export function useSubtitles(titleId: string) {
  return useQuery({
    queryKey: ["title", titleId, "subtitles"],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/subtitles", {
          params: { path: { title_id: titleId } },
          signal,
        }),
      ),
  });
}

/** What services have in some languages, in those of the settings where none is named. */
export function useOffers(titleId: string, languages: string[]) {
  return useQuery({
    queryKey: ["subtitles", titleId, languages],
    queryFn: ({ signal }) =>
      take(
        api.GET("/api/v1/titles/{title_id}/subtitles/offers", {
          params: { path: { title_id: titleId }, query: { language: languages } },
          signal,
        }),
      ),
    retry: false,
  });
}

/** Writes text tracks of a title as files, all that can be; gives the names of the files. */
export function useExtract(titleId: string, onWritten: OnWritten) {
  return useWriting(titleId, onWritten, () =>
    take(
      api.POST("/api/v1/titles/{title_id}/subtitles/extract", {
        params: { path: { title_id: titleId } },
      }),
    ),
  );
}

/** Lets an offer stand beside a file. */
export function useFetch(titleId: string, fileId: string, onWritten: OnWritten) {
  return useWriting(titleId, onWritten, (offer: Offer) =>
    take(
      api.POST("/api/v1/titles/{title_id}/subtitles/fetch", {
        params: { path: { title_id: titleId } },
        body: {
          file_id: fileId,
          connection_id: offer.connection_id,
          offer_id: offer.offer_id,
          language: offer.language,
          is_forced: offer.is_forced,
          is_hearing_impaired: offer.is_hearing_impaired,
        },
      }),
    ),
  );
}

function useWriting<Given>(
  titleId: string,
  onWritten: OnWritten,
  queue: (given: Given) => Promise<{ id: string }>,
) {
  const queries = useQueryClient();
  return useMutation({
    meta: { isToldInPlace: true },
    mutationFn: async (given: Given) => {
      const done = await jobOutcome((await queue(given)).id);
      return (done["written"] as string[] | undefined) ?? [];
    },
    onSuccess: onWritten,
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["title", titleId] });
      void queries.invalidateQueries({ queryKey: ["jobs"] });
    },
  });
}
