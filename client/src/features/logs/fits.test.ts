import type { Schemas } from "@/api/client";

import { fits } from "./fits";

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
