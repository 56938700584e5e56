import type { Schemas } from "@/api/client";

import { fits, LINES, withHeard } from "./fits";

const entry: Schemas["LogEntry"] = {
  id: null,
  at: "2026-11-26T12:00:00Z",
  level: "warning",
  component: "jobs",
  event: "job.late",
  facts: { title: "Scan Movies", tries: 3 },
  job_id: null,
  request_id: null,
};
const all = { level: "debug", component: "", text: "" } as const;

test.each([
  [{}, true],
  [{ level: "warning" }, true],
  [{ level: "error" }, false],
  [{ component: "jobs" }, true],
  [{ component: "library" }, false],
  [{ text: " scan mov " }, true],
  [{ text: "LATE" }, true],
  [{ text: "3" }, true],
  [{ text: "nothing" }, false],
] as const)("of a warning of the jobs, %p finds it: %p", (part, isFound) => {
  expect(fits(entry, { ...all, ...part })).toBe(isFound);
});

const said = (second: number, id: string | null) => ({
  ...entry,
  id,
  at: `2026-11-26T12:00:${String(second).padStart(2, "0")}Z`,
});

test("what was heard while a page was read stands on it, and once", () => {
  const page = { entries: [said(2, "b"), said(1, "a")] };
  const { entries } = withHeard(page, [said(3, null), said(2, null)]);
  expect(entries.map(({ at, id }) => [at.slice(17, 19), id])).toEqual([
    ["03", null],
    ["02", "b"],
    ["01", "a"],
  ]);
});

test("a page stays as long as it is", () => {
  const page = { entries: Array.from({ length: LINES }, () => said(1, "a")) };
  expect(withHeard(page, [said(2, null)]).entries).toHaveLength(LINES);
});
