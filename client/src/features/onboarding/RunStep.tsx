import { useRouter } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { counted } from "@/features/jobs/JobRow";
import { hasEnded, useActiveJobs, useJobs, type Job } from "@/features/jobs/queries";
import { errorSaid, useJobWords } from "@/features/jobs/words";
import { useLibraries, type Library } from "@/features/library/queries";
import { PASSES, useCounts, useProcess, type Pass } from "@/features/pipeline/queries";
import { PassChoices } from "@/features/pipeline/RunPipeline";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { LinkToAll } from "@/ui/Link";
import { ProgressBar } from "@/ui/Progress";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useOnboarding, useSettle } from "./queries";
import { runsOf } from "./runs";

const KIND = "pipeline.process";

/** Looks after every library for the first time: says what it would do, does it, and shows how far it is. */
export function RunStep() {
  const { t } = useWords();
  const libraries = useLibraries();
  const jobs = useJobs([], KIND);
  const steps = useOnboarding(true).data?.steps ?? [];
  const since = steps.find(({ name }) => name === "preferences")?.settled_at ?? null;
  const all = jobs.data?.pages.flatMap((page) => page.jobs) ?? [];
  const runs = runsOf(all, since);
  const problem = libraries.error ?? jobs.error;
  if (problem) return <ProblemView problem={told(problem)} />;
  if (!libraries.data || !jobs.data) return <Skeleton height={240} />;
  if (libraries.data.length === 0) {
    return (
      <View style={{ gap: space.lg }}>
        <Notice>{t("firstRun.nothingToRun")}</Notice>
        <Leave outcome="skipped" label={t("firstRun.toDashboard")} to="/" />
      </View>
    );
  }
  if (runs.length === 0) return <Ahead libraries={libraries.data} />;
  return (
    <View style={{ gap: space.lg }}>
      {runs.map((job) => (
        <Run key={job.id} job={job} />
      ))}
      <Leave
        outcome="done"
        label={t(runs.every(hasEnded) ? "firstRun.toLibrary" : "firstRun.meanwhile")}
        to="/library"
      />
    </View>
  );
}

/** What would be done, before it is. */
function Ahead({ libraries }: { libraries: readonly Library[] }) {
  const { t } = useWords();
  const [passes, setPasses] = useState<readonly Pass[]>(PASSES);
  const libraryIds = libraries.map(({ id }) => id);
  const isScanning = useActiveJobs().data?.some(({ kind }) => kind === "library.scan") ?? false;
  const { counts, error } = useCounts(libraryIds, false);
  const process = useProcess();
  const start = () =>
    process.mutate({
      libraryIds,
      passes: PASSES.filter((each) => passes.includes(each)),
      everything: false,
    });
  const problem = process.error ?? error;
  return (
    <View style={{ gap: space.lg }}>
      {isScanning && <Notice>{t("firstRun.stillScanning")}</Notice>}
      <View style={{ gap: space.sm }}>
        <PassChoices chosen={passes} counts={counts} onChange={setPasses} />
      </View>
      <Text step="small" color="muted">
        {t("firstRun.undoable")}
      </Text>
      {problem && <ProblemView problem={told(problem)} />}
      <View
        style={{
          flexDirection: "row",
          flexWrap: "wrap",
          justifyContent: "flex-end",
          gap: space.sm,
        }}
      >
        <Leave outcome="skipped" label={t("firstRun.skip")} to="/" isQuiet />
        <Button
          tone="primary"
          label={t("firstRun.start")}
          busy={process.isPending}
          disabled={passes.length === 0}
          onPress={start}
        />
      </View>
    </View>
  );
}

/** How far one library is, or what came of it. */
function Run({ job }: { job: Job }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useJobWords();
  const isDone = hasEnded(job);
  const done = PASSES.map((each) => ({ each, count: Number(job.result?.[each] ?? 0) }));
  const came = done
    .filter(({ count }) => count > 0)
    .map(({ each, count }) => t(`firstRun.came.${each}`, { count, shown: format.number(count) }));
  const goes = [
    job.message ? words.says(job.message) : t(`jobStatus.${job.status}`),
    counted(job, format.number),
  ];
  return (
    <View style={{ gap: space.sm }}>
      <View style={{ flexDirection: "row", justifyContent: "space-between", gap: space.sm }}>
        <Text weight="medium">{words.title(job)}</Text>
        <LinkToAll href={`/jobs/${job.id}`} label={t("firstRun.details")} />
      </View>
      <ProgressBar label={words.title(job)} percent={isDone ? 100 : job.percent} />
      <Text step="small" tabular aria-live="polite" color={job.error ? "bad" : "muted"}>
        {job.error
          ? errorSaid(job)
          : isDone
            ? came.join(" · ") || t("firstRun.cameNothing")
            : goes.filter(Boolean).join(" · ")}
      </Text>
    </View>
  );
}

function Leave({
  outcome,
  label,
  to,
  isQuiet = false,
}: {
  outcome: "done" | "skipped";
  label: string;
  to: string;
  isQuiet?: boolean;
}) {
  const router = useRouter();
  const settle = useSettle();
  const leave = () =>
    settle.mutate({ step: "first_run", outcome }, { onSuccess: () => router.replace(to as never) });
  return (
    <View style={{ alignItems: "flex-end", gap: space.sm }}>
      {settle.error && <ProblemView problem={told(settle.error)} />}
      <Button
        tone={isQuiet ? "quiet" : "primary"}
        label={label}
        busy={settle.isPending}
        onPress={leave}
      />
    </View>
  );
}
