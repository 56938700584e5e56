import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { space } from "@/ui/tokens";

import { JobBadge, JobSign } from "./JobStatus";
import { hasEnded, type Job } from "./queries";
import { errorSaid, useJobWords } from "./words";

/** Nothing takes no time at all: shorter is told as this, in seconds. */
const LEAST = 0.1;

/** A job in a list: what it is, how it fares or fared, and when. */
export function JobRow({ job }: { job: Job }) {
  const styles = useStyles();
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
    <Link href={`/jobs/${job.id}`} style={styles.row} hoverStyle={styles.hover}>
      <JobSign job={job} title={title} />
      <View style={{ flex: 1, minWidth: 0 }}>
        <Text weight="medium" numberOfLines={1}>
          {title}
        </Text>
        <Text step="small" color={job.error ? "bad" : "muted"} tabular numberOfLines={1}>
          {how || format.since(job.ended_at ?? job.queued_at)}
          {took && ` · ${t("jobs.took", { time: took })}`}
        </Text>
      </View>
      <View style={{ alignSelf: "center" }}>
        <JobBadge status={job.status} />
      </View>
    </Link>
  );
}

export function counted(job: Job, number: (value: number) => string): string | null {
  if (job.current === null || job.total === null || job.total === 0) return null;
  return `${number(job.current)} / ${number(job.total)}`;
}

const useStyles = makeStyles((colors, theme) => ({
  row: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: theme.row + 12,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  hover: { backgroundColor: colors.overlay },
}));
