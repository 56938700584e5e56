import type { Schemas } from "@/api/client";

import { fieldsOf, read, shown, sourceOf, typedOf } from "./fields";

const title = {
  kind: "movie",
  title: "Up",
  genres: ["Drama", "Comedy"],
  ratings: [{ source: "tmdb", value: 7.5, votes: 3 }],
  people: [
    { name: "Ada", job: "actor", role: "Queen", portrait_url: "https://e.org/a.jpg" },
    { name: "Bo", job: "director", role: null, portrait_url: null },
  ],
  trailers: [],
  sources: { title: "user", plot: "tmdb~" },
} as unknown as Schemas["TitleDetail"];

test("a field is shown and typed in words", () => {
  expect(shown(title, "genres")).toBe("Drama, Comedy");
  expect(shown(title, "ratings")).toBe("tmdb 7.5");
  expect(typedOf(title, "people")).toBe("Ada | actor | Queen\nBo | director");
});

test.each([
  ["year", "1999", 1999],
  ["year", "", null],
  ["year", "19.5", undefined],
  ["rating", "7,5", 7.5],
  ["title", " ", undefined],
  ["tagline", " ", null],
  ["premiered", "2010-4-1", undefined],
  ["genres", "Drama\n\n Sea ", ["Drama", "Sea"]],
  ["genres", "Drama, Comedy", ["Drama", "Comedy"]],
  ["studios", "Lion, Inc.\nOther", ["Lion, Inc.", "Other"]],
  ["trailers", "no address", undefined],
] as const)("%s typed as %j is %j", (field, typed, value) => {
  expect(read(field, typed, title)).toEqual(value);
});

test("whoever was known keeps their portrait, and a job must be one", () => {
  expect(read("people", "Ada|director", title)).toEqual([
    { name: "Ada", job: "director", role: null, portrait_url: "https://e.org/a.jpg" },
  ]);
  expect(read("people", "Ada | friend", title)).toBeUndefined();
});

test("a source says when it spoke another language, and a film has no status", () => {
  expect(sourceOf(title, "plot")).toEqual({ name: "tmdb", isFallback: true });
  expect(sourceOf(title, "year")).toBeNull();
  expect(fieldsOf("movie")).not.toContain("status");
});
