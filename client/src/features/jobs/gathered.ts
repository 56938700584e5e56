import type { Job } from "./queries";

/** Jobs that went well, one after the other and called the same, as one: the latest, and how many. */
export function gathered(
  jobs: readonly Job[],
  nameOf: (job: Job) => string,
): { job: Job; times: number }[] {
  const all: { job: Job; times: number }[] = [];
  for (const job of jobs) {
    const last = all[all.length - 1];
    const isSame = last?.job.status === job.status && nameOf(last.job) === nameOf(job);
    if (last && isSame && job.status === "completed") last.times += 1;
    else all.push({ job, times: 1 });
  }
  return all;
}
