import { QueryClient, QueryObserver } from "@tanstack/react-query";

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

test("one change is in the lists within a second; of a storm, they are read again now and then", () => {
  const { newsroom, keys } = listening();
  const reads = () => keys().filter((key) => key?.[0] === "titles").length;
  newsroom.hear("title.changed", { title_ids: ["a"] });
  jest.advanceTimersByTime(700);
  expect(reads()).toBe(1);
  for (let at = 0; at < 50; at++) {
    newsroom.hear("title.changed", { title_ids: ["b"] });
    jest.advanceTimersByTime(100);
  }
  expect(reads()).toBeGreaterThanOrEqual(3);
  expect(reads()).toBeLessThanOrEqual(4);
});

test("a storm of titles reads the lists again after what is shown of each", () => {
  const { newsroom, keys } = listening();
  newsroom.hear("title.changed", { title_ids: ["a", "b"] });
  jest.advanceTimersByTime(500);
  expect(keys()).toEqual([
    ["title", "a"],
    ["audio", "title", "a"],
    ["publishing", "a"],
    ["title", "b"],
    ["audio", "title", "b"],
    ["publishing", "b"],
  ]);
  jest.advanceTimersByTime(2_000);
  for (const key of ["titles", "unidentified"]) expect(keys()).toContainEqual([key]);
});

test("unknown news is let pass, and too much missed reads everything", () => {
  const { newsroom, keys } = listening();
  newsroom.hear("room.happened", {});
  newsroom.resync();
  jest.advanceTimersByTime(5_000);
  expect(keys()).toEqual([undefined]);
});

test("what is being read when news come is not cut off, and is read once more", async () => {
  const queries = new QueryClient();
  const ends: (() => void)[] = [];
  const read = jest.fn(
    ({ signal: _heeded }: { signal: AbortSignal }) =>
      new Promise<number>((resolve) => ends.push(() => resolve(ends.length))),
  );
  const leave = new QueryObserver(queries, { queryKey: ["jobs"], queryFn: read }).subscribe(
    () => {},
  );
  const newsroom = new Newsroom(queries);
  newsroom.hear("job.changed", { job_id: "1" });
  await jest.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(1);
  expect(read.mock.calls[0]?.[0].signal.aborted).toBe(false);
  ends[0]?.();
  await jest.advanceTimersByTimeAsync(300);
  expect(read).toHaveBeenCalledTimes(2);
  newsroom.close();
  leave();
});
