import ListIcon from "lucide-react-native/icons/list-checks";
import { useLocalSearchParams, useRouter } from "expo-router";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Chip } from "@/ui/Chip";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { Tabs } from "@/ui/Tabs";
import { space } from "@/ui/tokens";

import { JobRow } from "./JobRow";
import { useActiveJobs, useJobs, useStatistics, type Status } from "./queries";
import { DAYS, Statistics } from "./Statistics";
import { useJobWords } from "./words";

const STATUSES: readonly Status[] = [
  "running",
  "queued",
  "completed",
  "failed",
  "cancelled",
  "skipped",
];

const PARTS = ["list", "statistics"] as const;
type Part = (typeof PARTS)[number];

/** What runs, what waits, what happened, and how it fares over the days. */
export function JobsScreen() {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const { part } = useLocalSearchParams<{ part?: Part }>();
  const shown = PARTS.find((each) => each === part) ?? "list";
  const active = useActiveJobs();
  return (
    <Page
      title={t("nav.jobs")}
      count={
        active.data &&
        t("jobs.active", {
          count: active.data.length,
          shown: format.number(active.data.length),
        })
      }
    >
      <Tabs
        label={t("title.parts")}
        tabs={PARTS.map((key) => ({ key, label: t(`jobs.part.${key}`) }))}
        value={shown}
        onChange={(key) => router.setParams({ part: key === "list" ? undefined : key } as never)}
      />
      {shown === "list" ? <List /> : <Statistics />}
    </Page>
  );
}

function List() {
  const { t } = useWords();
  const router = useRouter();
  const { status: said, kind } = useLocalSearchParams<{ status?: string; kind?: string }>();
  const chosen = STATUSES.filter((each) => said?.split(",").includes(each));
  const jobs = useJobs(chosen, kind);
  const all = jobs.data?.pages.flatMap((page) => page.jobs) ?? [];
  const toggle = (status: Status) => {
    const after = chosen.includes(status)
      ? chosen.filter((each) => each !== status)
      : [...chosen, status];
    router.setParams({ status: after.length ? after.join(",") : undefined } as never);
  };
  return (
    <View style={{ gap: space.md }}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
        {STATUSES.map((status) => (
          <Chip
            key={status}
            label={t(`jobStatus.${status}`)}
            selected={chosen.includes(status)}
            onPress={() => toggle(status)}
          />
        ))}
        <Kinds kind={kind} onChange={(wanted) => router.setParams({ kind: wanted } as never)} />
      </View>
      {jobs.error && <ProblemView problem={told(jobs.error)} onRetry={() => void jobs.refetch()} />}
      <Card flush>
        {jobs.isPending ? (
          <View style={{ padding: space.lg, gap: space.md }}>
            {[0, 1, 2, 3].map((at) => (
              <Skeleton key={at} height={40} />
            ))}
          </View>
        ) : all.length === 0 ? (
          <Nothing isNarrowed={chosen.length > 0 || kind !== undefined} />
        ) : (
          <Rows>
            {all.map((job) => (
              <JobRow key={job.id} job={job} />
            ))}
          </Rows>
        )}
      </Card>
      <More of={jobs} />
    </View>
  );
}

function Kinds({
  kind,
  onChange,
}: {
  kind: string | undefined;
  onChange: (kind: string | undefined) => void;
}) {
  const { t } = useWords();
  const words = useJobWords();
  const days = useStatistics(DAYS);
  const known = [
    ...new Set([...(days.data ?? []).map((day) => day.kind), ...(kind ? [kind] : [])]),
  ];
  if (known.length < 2 && kind === undefined) return null;
  return (
    <Select
      label={t("jobs.kind")}
      value={kind ?? ""}
      choices={[
        { key: "", label: t("jobs.everyKind") },
        ...known.sort().map((key) => ({ key, label: words.kind(key, key) })),
      ]}
      onChange={(wanted) => onChange(wanted || undefined)}
    />
  );
}

function Nothing({ isNarrowed }: { isNarrowed: boolean }) {
  const { t } = useWords();
  const router = useRouter();
  if (!isNarrowed) {
    return (
      <Empty icon={ListIcon} title={t("jobs.none")}>
        {t("jobs.noneHint")}
      </Empty>
    );
  }
  const clear = () => router.setParams({ status: undefined, kind: undefined } as never);
  return (
    <Empty
      icon={ListIcon}
      title={t("jobs.noneFits")}
      action={<Button label={t("library.clear")} onPress={clear} />}
    />
  );
}
