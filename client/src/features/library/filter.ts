import type { paths } from "@/api/generated/schema";

export type TitleQuery = NonNullable<paths["/api/v1/titles"]["get"]["parameters"]["query"]>;

/** Which titles are shown, and in which order, as the API is asked and as the address says. */
export type TitleFilter = Omit<TitleQuery, "after" | "skip" | "limit" | "fields">;

/** Filters of which several values may be chosen, in the order in which they are offered. */
export const manyOf = [
  "kind",
  "library",
  "genre",
  "resolution",
  "hdr",
  "video_codec",
  "audio_codec",
  "audio_language",
  "subtitle_language",
  "state",
  "default_audio",
  "lacks",
] as const;
export type ManyOf = (typeof manyOf)[number];

/** Filters that are true or false. */
export const flags = ["has_faults", "missing", "monitored", "locked", "unpublished"] as const;
export type Flag = (typeof flags)[number];

/** Filters that are numbers, and what belongs together in one chip. */
const numbers = ["year_from", "year_to", "size_from", "size_to"] as const;
export const ranges = {
  years: { year_from: undefined, year_to: undefined },
  size: { size_from: undefined, size_to: undefined },
  added: { added_since: undefined },
} as const;
export type Range = keyof typeof ranges;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const SORTS = ["title", "year", "added", "size"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = "asc" | "desc";

/** Where each order begins of itself: names from A, all else from the latest or largest. */
export const usualOrder: Record<Sort, Order> = {
  title: "asc",
  year: "desc",
  added: "desc",
  size: "desc",
};

export type Params = Record<string, string | string[] | undefined>;

const list = (value: string | string[] | undefined): string[] =>
  (Array.isArray(value) ? value : (value?.split(",") ?? [])).filter(Boolean);

const one = (value: string | string[] | undefined): string | undefined => list(value)[0];

/** Reads a filter from an address; what is not understood does not narrow. */
export function readFilter(params: Params): TitleFilter {
  const sort = SORTS.find((each) => each === one(params["sort"])) ?? "title";
  const order = one(params["order"]) === "desc" ? "desc" : one(params["order"]);
  const filter: Record<string, unknown> = {
    sort,
    order: order === "desc" || order === "asc" ? order : usualOrder[sort],
  };
  for (const name of manyOf) {
    const chosen = list(params[name]);
    if (chosen.length) filter[name] = chosen;
  }
  for (const name of flags) {
    const said = one(params[name]);
    if (said === "true" || said === "false") filter[name] = said === "true";
  }
  for (const name of numbers) {
    const said = Number.parseInt(one(params[name]) ?? "", 10);
    if (Number.isSafeInteger(said) && said > 0) filter[name] = said;
  }
  const since = one(params["added_since"]);
  if (since && DAY.test(since)) filter["added_since"] = `${since}T00:00:00Z`;
  return filter as TitleFilter;
}

/** Writes a filter for an address: only what is not as usual; undefined takes a word away. */
export function writeFilter(filter: TitleFilter): Params {
  const params: Params = {};
  for (const name of manyOf)
    params[name] = filter[name]?.length ? filter[name].join(",") : undefined;
  for (const name of flags) params[name] = filter[name] == null ? undefined : String(filter[name]);
  for (const name of numbers) params[name] = filter[name]?.toString();
  params["added_since"] = filter.added_since?.slice(0, 10);
  const sort = filter.sort ?? "title";
  params["sort"] = sort === "title" ? undefined : sort;
  params["order"] = filter.order === usualOrder[sort] ? undefined : filter.order;
  return params;
}

export function toggled(filter: TitleFilter, name: ManyOf, value: string): TitleFilter {
  const before = (filter[name] ?? []) as readonly string[];
  const after = before.includes(value)
    ? before.filter((each) => each !== value)
    : [...before, value];
  return { ...filter, [name]: after.length ? after : undefined };
}

/** The same titles, from the other end. */
export function reversed(filter: TitleFilter): TitleFilter {
  return { ...filter, order: filter.order === "desc" ? "asc" : "desc" };
}

/** How many choices narrow the list. */
export function chosenCount(filter: TitleFilter): number {
  const many = manyOf.reduce((sum, name) => sum + (filter[name]?.length ?? 0), 0);
  return many + flags.filter((name) => filter[name] != null).length + rangesIn(filter).length;
}

/** The ranges that narrow the list. */
export function rangesIn(filter: TitleFilter): Range[] {
  return (Object.keys(ranges) as Range[]).filter((range) =>
    (Object.keys(ranges[range]) as (keyof TitleFilter)[]).some((name) => filter[name] != null),
  );
}
