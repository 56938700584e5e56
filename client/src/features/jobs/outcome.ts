import { api, take } from "@/api/client";

import { hasEnded } from "./queries";
import { problemOf } from "./words";

const FIRST_LOOK = 60;
const LATER = 1_000;

const pause = (milliseconds: number) =>
  new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/**
 * Waits until a job has ended, and gives what came of it.
 *
 * @throws ProblemError when it failed or was cancelled, and why.
 */
export async function jobOutcome(id: string): Promise<Record<string, unknown>> {
  for (let wait = FIRST_LOOK; ; wait = Math.min(LATER, wait * 1.5)) {
    await pause(wait);
    const job = await take(api.GET("/api/v1/jobs/{job_id}", { params: { path: { job_id: id } } }));
    if (!hasEnded(job)) continue;
    if (job.status === "completed") return job.result ?? {};
    throw problemOf(job);
  }
}
