import { QueryClient } from "@tanstack/react-query";

import { noteScreen, readAhead } from "./ahead";

test("what a screen reads first is read as the words of its address say, and nothing else is", () => {
  const read: unknown[] = [];
  const fetch = async () => {};
  noteScreen("/library", fetch, (_queries, params) => read.push(["library", params]));
  noteScreen("/titles/[id]", fetch, (_queries, params) => read.push(["title", params]));
  noteScreen("/jobs", fetch);

  for (const address of ["", "/", "/jobs", "/library?kind=movie&sort=year#top", "/titles/1"]) {
    readAhead(new QueryClient(), address);
  }

  expect(read).toEqual([
    ["library", { kind: "movie", sort: "year" }],
    ["title", {}],
  ]);
});
