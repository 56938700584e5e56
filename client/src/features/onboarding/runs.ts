import { hasEnded, type Job } from "@/features/jobs/queries";

type Run = Pick<Job, "arguments" | "status" | "queued_at">;

/** The newest run of each library that goes on, or began after a moment; the newest come first. */
export function runsOf<Each extends Run>(jobs: readonly Each[], since: string | null): Each[] {
  const seen = new Set<unknown>();
  return jobs.filter((job) => {
    const library = job.arguments["library_id"];
    const isOfNow = !hasEnded(job) || (since !== null && job.queued_at >= since);
    if (!isOfNow || seen.has(library)) return false;
    seen.add(library);
    return true;
  });
}
