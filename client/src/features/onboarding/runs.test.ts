import { runsOf } from "./runs";

const job = (library: string, status: "running" | "completed", at: string) => ({
  arguments: { library_id: library },
  status,
  queued_at: `2026-11-27T${at}:00Z`,
});

test("each library's newest run since the last step, and what still goes on, is shown", () => {
  const newest = job("films", "completed", "12:05");
  const jobs = [
    newest,
    job("films", "completed", "12:01"),
    job("series", "completed", "11:00"),
    job("old", "running", "10:00"),
  ];

  expect(runsOf(jobs, "2026-11-27T12:00:00Z")).toEqual([newest, jobs[3]]);
  expect(runsOf(jobs, null)).toEqual([jobs[3]]);
});
