import { byKind, type Day } from "./by-kind";

const day = (kind: string, given: Partial<Day>): Day => ({
  kind,
  day: "2026-11-26",
  completed: 0,
  failed: 0,
  cancelled: 0,
  skipped: 0,
  average_seconds: null,
  longest_seconds: null,
  success_rate: null,
  ...given,
});

test("days are summed up by kind, and weigh as many as ended on them", () => {
  const sums = byKind([
    day("library.scan", { completed: 3, average_seconds: 2 }),
    day("upkeep.backup", { cancelled: 1 }),
    day("library.scan", { failed: 1, average_seconds: 10 }),
  ]);
  expect(sums).toEqual([
    { kind: "library.scan", ended: 4, rate: 0.75, average: 4 },
    { kind: "upkeep.backup", ended: 1, rate: null, average: null },
  ]);
});
