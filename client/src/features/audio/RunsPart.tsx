import RunsIcon from "lucide-react-native/icons/layers";
import { View } from "react-native";

import { told } from "@/api/problem";
import { JobBadge } from "@/features/jobs/JobStatus";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { LinkRow } from "@/ui/LinkRow";
import { More } from "@/ui/More";
import { ProgressBar } from "@/ui/Progress";
import { Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useBatches, useBatchStatistics, type Batch } from "./batch-queries";
import { useBatchWords } from "./batch-words";

const DAYS = 30;

/** Runs over many files: what they did in the last days, the one at work, and those before it. */
export function RunsPart() {
  const { t } = useWords();
  const batches = useBatches();
  const all = batches.data?.pages.flatMap((page) => page.batches) ?? [];
  if (batches.error && !batches.data) {
    return <ProblemView problem={told(batches.error)} onRetry={() => void batches.refetch()} />;
  }
  return (
    <>
      <Statistics />
      <Card flush>
        {batches.isPending ? (
          <View style={{ padding: space.lg }}>
            <Skeleton height={40} />
          </View>
        ) : all.length === 0 ? (
          <Empty icon={RunsIcon} title={t("runs.none")}>
            {t("runs.noneHint")}
          </Empty>
        ) : (
          <Rows>
            {all.map((batch) => (
              <BatchRow key={batch.id} batch={batch} />
            ))}
          </Rows>
        )}
      </Card>
      <More of={batches} />
    </>
  );
}

function Statistics() {
  const { t } = useWords();
  const format = useFormat();
  const said = useBatchStatistics(DAYS);
  const figures = ["batches", "changed", "right", "skipped", "failed"] as const;
  return (
    <Card title={t("runs.statistics", { count: DAYS })}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: space.xxl, rowGap: 12 }}>
        {figures.map((name) => (
          <View key={name} style={{ minWidth: 88 }}>
            <Text step="title" weight="bold" tabular>
              {said.data ? format.number(said.data[name]) : "–"}
            </Text>
            <Text step="small" color="muted">
              {t(`runs.count.${name}`)}
            </Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

function BatchRow({ batch }: { batch: Batch }) {
  const format = useFormat();
  const words = useBatchWords();
  return (
    <LinkRow href={`/audio/runs/${batch.id}`} state={<JobBadge status={batch.status} />}>
      <Text weight="medium" numberOfLines={2}>
        {words.title(batch)}
      </Text>
      <Text step="small" color="muted" tabular numberOfLines={2}>
        {[words.by(batch), format.since(batch.created_at), words.counts(batch)]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {batch.status === "running" && (
        <ProgressBar label={words.title(batch)} percent={batch.percent} />
      )}
    </LinkRow>
  );
}
