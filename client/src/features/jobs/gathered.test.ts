import { gathered } from "./gathered";
import type { Job } from "./queries";

const jobs = (...said: string[]): Job[] =>
  said.map((each, at) => {
    const [title, status = "completed"] = each.split(" ");
    return { id: String(at), title, status } as Job;
  });

test("chores that went well again and again are one line; whatever did not stands alone", () => {
  const found = gathered(
    jobs("Tell", "Tell", "Scan", "Tell", "Scan failed", "Scan failed"),
    ({ title }) => title,
  );
  expect(found.map(({ job, times }) => [job.id, times])).toEqual([
    ["0", 2],
    ["2", 1],
    ["3", 1],
    ["4", 1],
    ["5", 1],
  ]);
});
