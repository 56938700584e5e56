import type { TitleFilter } from "./filter";

/** Titles by their ids, or all that a filter means. */
export type Meant = { ids: readonly string[] } | { filter: TitleFilter };

/** Which titles a filter means, however they are ordered. */
export function narrowing({ sort: _sort, order: _order, ...narrowed }: TitleFilter) {
  return narrowed;
}

/** Says in a request which titles are meant, beside what is to be done with them. */
export function request<Said extends object>(meant: Meant, said: Said) {
  if ("ids" in meant) return { params: { query: {} }, body: { ...said, ids: [...meant.ids] } };
  // All there is has to be said, so that nobody means it by leaving everything out.
  const query = { kind: ["movie", "series"] as TitleFilter["kind"], ...narrowing(meant.filter) };
  return { params: { query }, body: said };
}
