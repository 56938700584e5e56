import type { TitleFilter } from "./filter";

export const GIGABYTE = 1_073_741_824;
const DAY = 86_400_000;

/** Sizes that tell titles apart, from and to so many gigabytes. */
export const sizes = [
  { from: null, to: 1 },
  { from: 1, to: 10 },
  { from: 10, to: 50 },
  { from: 50, to: null },
] as const;

/** Since how many days a title is new, in the sense of a filter. */
export const newFor = [7, 30, 365] as const;

export type Decade = { from: number; to: number; count: number };

/** The decades in which titles came out, the latest first. */
export function decades(years: Record<string, number>): Decade[] {
  const counts = new Map<number, number>();
  for (const [year, count] of Object.entries(years)) {
    const from = Number(year) - (Number(year) % 10);
    counts.set(from, (counts.get(from) ?? 0) + count);
  }
  return [...counts]
    .sort(([one], [other]) => other - one)
    .map(([from, count]) => ({ from, to: from + 9, count }));
}

/** The moment so many days ago, as a filter says it: at the beginning of that day, in UTC. */
export function daysAgo(days: number, now: number): string {
  return `${new Date(now - days * DAY).toISOString().slice(0, 10)}T00:00:00Z`;
}

/** Where each year begins, or each decade where there are many years; no year counts as the oldest. */
export function yearPlaces(
  years: Record<string, number>,
  total: number,
  isDescending: boolean,
  most: number,
): { year: number; isDecade: boolean; index: number }[] {
  const known = Object.entries(years).map(([year, count]) => [Number(year), count] as const);
  known.sort(([one], [other]) => (isDescending ? other - one : one - other));
  const isDecade = known.length > most;
  let index = isDescending ? 0 : total - known.reduce((sum, [, count]) => sum + count, 0);
  const places: { year: number; isDecade: boolean; index: number }[] = [];
  for (const [exact, count] of known) {
    const year = isDecade ? exact - (exact % 10) : exact;
    if (places[places.length - 1]?.year !== year) places.push({ year, isDecade, index });
    index += count;
  }
  return places;
}

/** Whether two filters ask for the same years, sizes and age. */
export function isWithin(filter: TitleFilter, wanted: Partial<TitleFilter>): boolean {
  return (Object.keys(wanted) as (keyof TitleFilter)[]).every(
    (name) => (filter[name] ?? null) === (wanted[name] ?? null),
  );
}
