import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { LinkRow } from "@/ui/LinkRow";
import { Text } from "@/ui/Text";

import { JobBadge, JobSign } from "./JobStatus";
import { hasEnded, type Job } from "./queries";
import { errorSaid, useJobWords } from "./words";

/** Nothing takes no time at all: shorter is told as this, in seconds. */
const LEAST = 0.1;

/** A job in a list: what it is, how it fares or fared, and when; `times` it did so in a row. */
export function JobRow({ job, times = 1 }: { job: Job; times?: number }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useJobWords();
  const title = words.title(job);
  const took =
    job.started_at && job.ended_at
      ? format.span(
          Math.max(LEAST, (Date.parse(job.ended_at) - Date.parse(job.started_at)) / 1_000),
        )
      : null;
  const how =
    (job.error && errorSaid(job)) ??
    (hasEnded(job) || job.status === "queued"
      ? null
      : [job.message && words.says(job.message), counted(job, format.number)]
          .filter(Boolean)
          .join(" · "));
  return (
    <LinkRow
      href={`/jobs/${job.id}`}
      sign={<JobSign job={job} title={title} />}
      state={<JobBadge status={job.status} />}
    >
      <Text weight="medium" numberOfLines={2}>
        {title}
      </Text>
      <Text step="small" color={job.error ? "bad" : "muted"} tabular numberOfLines={1}>
        {how || format.since(job.ended_at ?? job.queued_at)}
        {took && ` · ${t("jobs.took", { time: took })}`}
        {times > 1 && ` · ${t("jobs.times", { shown: format.number(times) })}`}
      </Text>
    </LinkRow>
  );
}

export function counted(job: Job, number: (value: number) => string): string | null {
  if (job.current === null || job.total === null || job.total === 0) return null;
  return `${number(job.current)} / ${number(job.total)}`;
}
