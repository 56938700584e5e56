import { useMutation, useQueryClient } from "@tanstack/react-query";

import { api, take, type Schemas } from "@/api/client";

import type { TitleDetail } from "./queries";

export type Ids = Schemas["TitleIds"];

/** What is typed for a title's ids: a number or an address of TMDB or TheTVDB, an id of IMDb. */
export type TypedIds = { tmdb: string; tvdb: string; imdb: string };

const NUMBER = /(?:^|\/)(\d{1,9})(?:\D*$|-)/;
const IMDB = /\btt\d{7,10}\b/;

const numberIn = (typed: string): number | null | undefined => {
  if (typed.trim() === "") return null;
  const found = NUMBER.exec(typed.trim())?.[1];
  return found === undefined || Number(found) === 0 ? undefined : Number(found);
};

/** Reads what was typed, an address too; undefined where it is none of them, or nothing at all. */
export function readIds({ tmdb, tvdb, imdb }: TypedIds): Ids | undefined {
  const ids = {
    tmdb_id: numberIn(tmdb),
    tvdb_id: numberIn(tvdb),
    imdb_id: imdb.trim() === "" ? null : IMDB.exec(imdb)?.[0],
  };
  const all = Object.values(ids);
  if (all.some((id) => id === undefined) || all.every((id) => id === null)) return undefined;
  return ids as Ids;
}

const OWN = ["tmdb_id", "tvdb_id", "imdb_id"];

/** Whether a title's ids were said by hand, and not by its name or its NFO file. */
export const hasOwnIds = ({ locked_fields }: Pick<TitleDetail, "locked_fields">): boolean =>
  OWN.every((field) => locked_fields.includes(field));

/** The fields other than ids that are locked: its NFO file says so. */
export const lockedByNfo = ({ locked_fields }: Pick<TitleDetail, "locked_fields">): string[] =>
  locked_fields.filter((field) => !OWN.includes(field));

/** Says which work a title is, or lets its files say so again. */
export function useIdentify(
  id: string,
  onSaid: (deed: "identify.done" | "identify.takenBack") => void,
) {
  const queries = useQueryClient();
  const params = { path: { title_id: id } };
  const said = (deed: Parameters<typeof onSaid>[0]) => (title: TitleDetail) => {
    queries.setQueryData(["title", id], title);
    onSaid(deed);
  };
  const onSettled = () => {
    void queries.invalidateQueries({ queryKey: ["titles"] });
    void queries.invalidateQueries({ queryKey: ["facets"] });
  };
  return {
    identify: useMutation({
      meta: { isToldInPlace: true },
      mutationFn: (body: Ids) => take(api.PUT("/api/v1/titles/{title_id}/ids", { params, body })),
      onSuccess: said("identify.done"),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: () => take(api.DELETE("/api/v1/titles/{title_id}/ids", { params })),
      onSuccess: said("identify.takenBack"),
      onSettled,
    }),
  };
}
