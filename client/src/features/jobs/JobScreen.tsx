import AgainIcon from "lucide-react-native/icons/rotate-cw";
import StopIcon from "lucide-react-native/icons/square";
import { useLocalSearchParams, useRouter } from "expo-router";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Notice, ProblemView, Reason, Skeleton } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { ProgressBar } from "@/ui/Progress";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { JobLog } from "./JobLog";
import { counted } from "./JobRow";
import { JobBadge } from "./JobStatus";
import {
  hasEnded,
  useJob,
  useJobActions,
  useRunAgain,
  type JobDetail,
  type Priority,
} from "./queries";
import { errorSaid, useJobWords } from "./words";

const PRIORITIES: readonly Priority[] = ["low", "normal", "high"];

/** One job: how far it is, in which steps, what it says, and what can be done about it. */
export function JobScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const { t } = useWords();
  const job = useJob(id);
  const words = useJobWords();
  return (
    <Page
      title={job.data ? words.title(job.data) : t("jobs.one")}
      back="/jobs"
      actions={job.data && <Actions job={job.data} />}
    >
      {job.error && <ProblemView problem={told(job.error)} onRetry={() => void job.refetch()} />}
      {job.isPending && <Skeleton height={140} />}
      {job.data && <Shown job={job.data} />}
    </Page>
  );
}

function Actions({ job }: { job: JobDetail }) {
  const { t } = useWords();
  const router = useRouter();
  const may = useMay("operator");
  const { cancel, now } = useJobActions(job.id);
  const again = useRunAgain(job.id, () => toast(t("jobs.queuedAgain")));
  if (!may) return null;
  if (!hasEnded(job)) {
    return (
      <>
        {job.status === "queued" && (
          <>
            <PriorityChoice job={job} />
            <Button
              icon={AgainIcon}
              label={t("jobs.now")}
              busy={now.isPending}
              onPress={() => now.mutate()}
            />
          </>
        )}
        <Button
          tone="danger"
          icon={StopIcon}
          label={t(job.cancel_asked ? "jobs.stopping" : "jobs.cancel")}
          busy={cancel.isPending}
          disabled={job.cancel_asked}
          onPress={() => cancel.mutate()}
        />
      </>
    );
  }
  const run = () =>
    again.mutate(undefined, {
      onSuccess: (next) => router.replace(`/jobs/${next.id}` as never),
    });
  return (
    <Button
      tone="primary"
      icon={AgainIcon}
      label={t("jobs.again")}
      busy={again.isPending}
      onPress={run}
    />
  );
}

/** Whether a job that waits goes before others. */
function PriorityChoice({ job }: { job: JobDetail }) {
  const { t } = useWords();
  const { raise } = useJobActions(job.id);
  return (
    <Select
      label={t("jobs.priority")}
      value={job.priority as Priority}
      choices={PRIORITIES.map((key) => ({ key, label: t(`priority.${key}`) }))}
      onChange={(priority) => raise.mutate(priority)}
    />
  );
}

function Shown({ job }: { job: JobDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useJobWords();
  const isRunning = job.status === "running";
  const seconds = tookSeconds(job);
  const took = seconds === null ? null : format.span(seconds);
  const why = words.why(job);
  const facts: [string, string | null][] = [
    [t("jobs.kind"), words.kind(job.kind, job.kind)],
    [t("jobs.askedBy"), job.asked_by_name ?? job.asked_by],
    [t("jobs.queuedAt"), format.moment(job.queued_at)],
    [t("jobs.took_name"), took],
    [t("jobs.priority"), t(`priority.${job.priority as "normal"}`)],
    [t("jobs.attempt"), `${job.attempt} / ${job.attempts_allowed}`],
    [t("jobs.worker"), job.worker],
  ];
  const results = Object.entries(job.result ?? {}).filter(
    ([name, value]) => typeof value === "number" && !name.endsWith("_index"),
  );
  return (
    <>
      <Card>
        <View
          style={{
            flexDirection: "row",
            flexWrap: "wrap",
            alignItems: "center",
            gap: space.md,
          }}
        >
          <JobBadge status={job.status} />
          {isRunning && (
            <Text step="small" color="muted" tabular style={{ flex: 1 }}>
              {[
                job.message && words.says(job.message),
                counted(job, format.number),
                job.eta_at && t("jobs.left", { time: format.span(left(job.eta_at)) }),
              ]
                .filter(Boolean)
                .join(" · ")}
            </Text>
          )}
        </View>
        {isRunning && <ProgressBar label={words.title(job)} percent={job.percent} />}
        {job.error && (
          <Notice tone="bad">
            <Text step="small">{errorSaid(job)}</Text>
          </Notice>
        )}
        {why && <Reason>{why}</Reason>}
        {results.length > 0 && (
          <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.xl }}>
            {results.map(([name, value]) => (
              <View key={name}>
                <Text step="title" weight="bold" tabular>
                  {(name.endsWith("_bytes") ? format.bytes : format.number)(value as number)}
                </Text>
                <Text step="small" color="muted">
                  {t(`jobResult.${name as "titles"}`, {
                    defaultValue: name.replaceAll("_", " "),
                  })}
                </Text>
              </View>
            ))}
          </View>
        )}
        <View
          style={{
            flexDirection: "row",
            flexWrap: "wrap",
            columnGap: space.xl,
            rowGap: space.sm,
          }}
        >
          {facts
            .filter(([, value]) => value)
            .map(([name, value]) => (
              <View key={name} style={{ flexBasis: 140, flexGrow: 1, maxWidth: 220 }}>
                <Text step="tiny" color="muted">
                  {name}
                </Text>
                <Text step="small" tabular>
                  {value}
                </Text>
              </View>
            ))}
        </View>
      </Card>
      {job.steps.length > 0 && <Steps job={job} />}
      <JobLog job={job} />
    </>
  );
}

function Steps({ job }: { job: JobDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const { says } = useJobWords();
  return (
    <Card title={t("jobs.steps")}>
      {job.steps.map((step) => (
        <View
          key={`${step.name}${step.attempt}${step.started_at}`}
          style={{ flexDirection: "row", alignItems: "center", gap: space.md }}
        >
          <JobBadge status={step.status} />
          <Text step="small" style={{ flex: 1 }}>
            {says(step.name)}
          </Text>
          <Text step="small" color="muted" tabular>
            {format.span((Date.parse(step.ended_at) - Date.parse(step.started_at)) / 1_000)}
          </Text>
        </View>
      ))}
    </Card>
  );
}

const left = (moment: string): number => Math.max(0, (Date.parse(moment) - Date.now()) / 1_000);

/** How long it took, or has taken so far. */
function tookSeconds({ started_at, ended_at }: JobDetail): number | null {
  if (started_at === null) return null;
  return ((ended_at ? Date.parse(ended_at) : Date.now()) - Date.parse(started_at)) / 1_000;
}
