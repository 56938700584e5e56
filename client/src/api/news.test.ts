import { QueryClient } from "@tanstack/react-query";

import { Newsroom } from "./news";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function listening() {
  const queries = new QueryClient();
  const read = jest.spyOn(queries, "invalidateQueries").mockResolvedValue();
  return {
    newsroom: new Newsroom(queries),
    keys: () => read.mock.calls.map(([what]) => what?.queryKey),
  };
}

test("news of one job, however many, read it again once", () => {
  const { newsroom, keys } = listening();
  for (let at = 0; at < 50; at++) newsroom.hear("job.changed", { job_id: "1" });
  jest.advanceTimersByTime(500);
  expect(keys()).toEqual([["job", "1"], ["jobs"]]);
});

test("a storm of titles reads the lists again now and then", () => {
  const { newsroom, keys } = listening();
  newsroom.hear("title.changed", { title_ids: ["a", "b"] });
  jest.advanceTimersByTime(500);
  expect(keys()).toEqual([
    ["title", "a"],
    ["title", "b"],
  ]);
  jest.advanceTimersByTime(2_000);
  expect(keys()).toContainEqual(["titles"]);
});

test("unknown news is let pass, and too much missed reads everything", () => {
  const { newsroom, keys } = listening();
  newsroom.hear("room.happened", {});
  newsroom.resync();
  jest.advanceTimersByTime(5_000);
  expect(keys()).toEqual([undefined]);
});
