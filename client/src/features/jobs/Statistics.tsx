import ChartIcon from "lucide-react-native/icons/chart-column";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { BarChart, type Bar } from "@/ui/Chart";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Cell, Table, type Column } from "@/ui/Table";
import { Text } from "@/ui/Text";
import { useTheme } from "@/ui/theme";
import { space, type ColorRole } from "@/ui/tokens";

import { byKind, type Day, type KindSum } from "./by-kind";
import { useStatistics } from "./queries";
import { useJobWords } from "./words";

export const DAYS = 30;
const DAY = 86_400_000;
const OUTCOMES = ["completed", "failed", "cancelled", "skipped"] as const;
const COLORS: Record<(typeof OUTCOMES)[number], ColorRole> = {
  completed: "good",
  failed: "bad",
  cancelled: "control",
  skipped: "warn",
};

/** How jobs ended over the last days. */
export function Statistics() {
  const { t } = useWords();
  const format = useFormat();
  const { colors } = useTheme();
  const days = useStatistics(DAYS);
  if (days.error) {
    return <ProblemView problem={told(days.error)} onRetry={() => void days.refetch()} />;
  }
  if (!days.data) return <Skeleton height={240} />;
  if (days.data.length === 0) {
    return (
      <Card flush>
        <Empty icon={ChartIcon} title={t("jobs.none")}>
          {t("jobs.noneHint")}
        </Empty>
      </Card>
    );
  }
  const dates = lastDays();
  const count = (date: string | null, outcome: (typeof OUTCOMES)[number]) =>
    days.data
      .filter((each) => date === null || each.day === date)
      .reduce((sum, each) => sum + each[outcome], 0);
  const bars: Bar[] = dates.map((date) => ({
    key: date,
    label: format.date(date),
    parts: OUTCOMES.map((outcome) => ({ value: count(date, outcome), color: COLORS[outcome] })),
  }));
  const said = OUTCOMES.map(
    (outcome) => `${t(`jobStatus.${outcome}`)} ${format.number(count(null, outcome))}`,
  );
  return (
    <Card title={t("jobs.lastDays", { count: DAYS })}>
      <BarChart
        label={`${t("jobs.lastDays", { count: DAYS })}: ${said.join(", ")}`}
        bars={bars}
        height={96}
      />
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.lg }}>
        {OUTCOMES.map((outcome, at) => (
          <View key={outcome} style={{ flexDirection: "row", alignItems: "center", gap: 6 }}>
            <View
              style={{
                width: 10,
                height: 10,
                borderRadius: 3,
                backgroundColor: colors[COLORS[outcome]],
              }}
            />
            <Text step="small" color="muted" tabular>
              {said[at]}
            </Text>
          </View>
        ))}
      </View>
      <ByKind days={days.data} />
    </Card>
  );
}

/** How the jobs of each kind fared: how many, how many of them well, and how long they took. */
function ByKind({ days }: { days: readonly Day[] }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useJobWords();
  const columns: readonly Column<KindSum>[] = [
    {
      key: "kind",
      title: t("jobs.kind"),
      isPlain: true,
      share: 2,
      cell: ({ kind }) => <Cell>{words.kind(kind, kind)}</Cell>,
    },
    {
      key: "ended",
      title: t("jobs.ended"),
      align: "right",
      cell: ({ ended }) => <Cell tabular>{format.number(ended)}</Cell>,
    },
    {
      key: "rate",
      title: t("jobs.successRate"),
      align: "right",
      cell: ({ rate }) => <Cell tabular>{rate === null ? "–" : format.percent(rate)}</Cell>,
    },
    {
      key: "average",
      title: t("jobs.average"),
      align: "right",
      cell: ({ average }) => <Cell tabular>{average === null ? "–" : format.span(average)}</Cell>,
    },
  ];
  return (
    <Table
      label={t("jobs.byKind")}
      columns={columns}
      items={byKind(days)}
      keyOf={({ kind }) => kind}
      minWidth={460}
    />
  );
}

/** The last days as the server names them, in UTC. */
function lastDays(): string[] {
  const today = Date.now();
  return Array.from({ length: DAYS }, (_, at) =>
    new Date(today - (DAYS - 1 - at) * DAY).toISOString().slice(0, 10),
  );
}
