import { QueryClient } from "@tanstack/react-query";

import { keepSnapshot } from "./snapshot";

const KEPT = { meta: { isKeptOffline: true } };
const MEGABYTE = "x".repeat(1_000_000);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("what was read last comes back, as much as there is room for", async () => {
  const queries = new QueryClient();
  const leave = await keepSnapshot(queries);
  const read = async (name: string, data: unknown, options: object = KEPT) => {
    jest.advanceTimersByTime(10);
    await queries.fetchQuery({ queryKey: [name], queryFn: async () => data, ...options });
  };
  await read("old", MEGABYTE);
  await read("secret", 1, {});
  await read("small", 1);
  await read("large", MEGABYTE);
  jest.advanceTimersByTime(5_000);
  leave();

  const later = new QueryClient();
  (await keepSnapshot(later))();
  const back = ["old", "secret", "small", "large"].map((name) => later.getQueryData([name]));
  expect(back).toEqual([undefined, undefined, 1, MEGABYTE]);
});

test("it is written while something changes all the time", async () => {
  localStorage.removeItem("maestrarr.snapshot");
  const queries = new QueryClient();
  const leave = await keepSnapshot(queries);
  for (let number = 0; number < 8; number++) {
    await queries.fetchQuery({ queryKey: ["count"], queryFn: async () => number, ...KEPT });
    jest.advanceTimersByTime(1_000);
  }
  leave();
  expect(localStorage.getItem("maestrarr.snapshot")).toContain("count");
});

test("a snapshot that was cut short is forgotten, and nothing fails", async () => {
  localStorage.setItem("maestrarr.snapshot", '{"queries":[{');
  (await keepSnapshot(new QueryClient()))();
  expect(localStorage.getItem("maestrarr.snapshot")).toBeNull();
});
