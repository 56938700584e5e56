import ChangeIcon from "lucide-react-native/icons/rotate-ccw-clock";
import StopIcon from "lucide-react-native/icons/square";
import { useLocalSearchParams, useRouter } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { nameAndPlace } from "@/features/changes/words";
import { JobBadge } from "@/features/jobs/JobStatus";
import { hasEnded } from "@/features/jobs/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge, type Tone } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ChangePreview } from "@/ui/ChangePreview";
import { Chip } from "@/ui/Chip";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { ProgressBar } from "@/ui/Progress";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import {
  useBatch,
  useBatchFiles,
  useCancelBatch,
  type Batch,
  type BatchFile,
  type FileStatus,
} from "./batch-queries";
import { STATUSES, useBatchWords } from "./batch-words";

/** One run over many files: how far it is, and what became of each file and why. */
export function BatchScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const { t } = useWords();
  const batch = useBatch(id);
  const words = useBatchWords();
  return (
    <Page
      title={batch.data ? words.title(batch.data) : t("runs.one")}
      back="/audio?part=runs"
      actions={batch.data && <Actions batch={batch.data} />}
    >
      {batch.error && (
        <ProblemView problem={told(batch.error)} onRetry={() => void batch.refetch()} />
      )}
      {batch.isPending && <Skeleton height={120} />}
      {batch.data && <State batch={batch.data} />}
      {batch.data && <Results batch={batch.data} />}
    </Page>
  );
}

function Actions({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const router = useRouter();
  const may = useMay("operator");
  const cancel = useCancelBatch(batch.id);
  if (may && !hasEnded(batch)) {
    return (
      <Button
        tone="danger"
        icon={StopIcon}
        label={t("jobs.cancel")}
        busy={cancel.isPending}
        onPress={() => cancel.mutate()}
      />
    );
  }
  if (!batch.change_set_id) return null;
  return (
    <Button
      tone="primary"
      icon={ChangeIcon}
      label={t("runs.toChange")}
      onPress={() => router.push(`/activity/${batch.change_set_id}` as never)}
    />
  );
}

function State({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useBatchWords();
  return (
    <Card>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.md }}>
        <JobBadge status={batch.status} />
        {batch.dry_run && <Badge tone="info" label={t("runs.dry")} />}
        <Text step="small" color="muted" tabular>
          {[words.by(batch), format.moment(batch.created_at), words.progress(batch)].join(" · ")}
        </Text>
      </View>
      {!hasEnded(batch) && <ProgressBar label={words.title(batch)} percent={batch.percent} />}
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: space.xxl, rowGap: 12 }}>
        {STATUSES.map((status) => (
          <View key={status} style={{ minWidth: 88 }}>
            <Text step="title" weight="bold" tabular>
              {format.number(batch[status])}
            </Text>
            <Text step="small" color="muted">
              {t(`runs.count.${status}`)}
            </Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

const TONES: Record<FileStatus, Tone> = {
  changed: "accent",
  right: "good",
  skipped: "plain",
  failed: "bad",
};

function Results({ batch }: { batch: Batch }) {
  const { t } = useWords();
  const words = useBatchWords();
  const [status, setStatus] = useState<FileStatus | null>(null);
  const files = useBatchFiles(batch.id, status);
  const all = files.data?.pages.flatMap((page) => page.files) ?? [];
  const shown = (file: BatchFile) => ({
    key: String(file.position),
    ...nameAndPlace(file.path),
    became: [],
    reason: words.why(file),
    signs: (
      <Badge
        tone={file.status ? TONES[file.status] : "plain"}
        label={t(file.status ? `runs.count.${file.status}` : "runs.waits")}
      />
    ),
  });
  return (
    <View style={{ gap: space.md }}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {STATUSES.map((each) => (
          <Chip
            key={each}
            label={t(`runs.count.${each}`)}
            selected={each === status}
            onPress={() => setStatus(each === status ? null : each)}
          />
        ))}
      </View>
      {files.error && <ProblemView problem={told(files.error)} />}
      {all.length > 0 && (
        <Card flush>
          <ChangePreview files={all.map(shown)} />
        </Card>
      )}
      <More of={files} />
    </View>
  );
}
