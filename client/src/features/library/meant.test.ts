import { request } from "./meant";

test("selected titles are named by their ids, beside what is to be done with them", () => {
  expect(request({ ids: ["a", "b"] }, { dry_run: false })).toEqual({
    params: { query: {} },
    body: { dry_run: false, ids: ["a", "b"] },
  });
});

test("all that a filter means are named by what narrows them, and not by their order", () => {
  const filter = { genre: ["Comedy"], kind: ["movie" as const], sort: "year" as const };
  expect(request({ filter }, { is_monitored: true })).toEqual({
    params: { query: { genre: ["Comedy"], kind: ["movie"] } },
    body: { is_monitored: true },
  });
});

test("everything is never meant by leaving everything out", () => {
  const { params } = request({ filter: { sort: "title", order: "asc" } }, {});
  expect(params.query).toEqual({ kind: ["movie", "series"] });
});
