import { View } from "react-native";

import { told } from "@/api/problem";
import type { Meant } from "@/features/library/meant";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { usePublish, usePublishPreview, type PublishPreview } from "./queries";
import { refusalOf, usePublishWords } from "./words";

/** Shows what publishing many titles would do, and what would be left and why; then does it. */
export function PublishDialog({
  meant,
  count: selected,
  isOpen,
  onClose,
  onDone,
}: {
  meant: Meant;
  count: number;
  isOpen: boolean;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const words = usePublishWords();
  const preview = usePublishPreview(meant, isOpen);
  const count = preview.data?.to_publish ?? 0;
  const publish = usePublish((done) => {
    toast(words.done(done));
    onDone();
    onClose();
  });
  return (
    <Dialog
      title={t("publish.bulkTitle", { count: selected, shown: format.number(selected) })}
      isOpen={isOpen}
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={
              count > 0
                ? t("publish.bulkTitle", { count, shown: format.number(count) })
                : t("publish.publish")
            }
            disabled={count === 0}
            busy={publish.isPending}
            onPress={() => publish.mutate(meant)}
          />
        </>
      }
    >
      {preview.isLoading && <Skeleton height={80} />}
      {preview.error && <ProblemView problem={told(preview.error)} />}
      {publish.error && <ProblemView problem={told(publish.error)} />}
      {preview.data && <Told preview={preview.data} />}
    </Dialog>
  );
}

function Told({ preview }: { preview: PublishPreview }) {
  const { t } = useWords();
  const format = useFormat();
  const shown = format.number;
  return (
    <View style={{ gap: space.md }}>
      <Text weight="medium">
        {t("publish.bulkSays", { count: preview.to_publish, shown: shown(preview.to_publish) })}
      </Text>
      {preview.to_publish > 0 && (
        <Text step="small" color="muted" tabular>
          {t("publish.bulkFiles", {
            created: shown(preview.created),
            replaced: shown(preview.replaced),
            removed: shown(preview.removed),
            size: format.bytes(preview.size_bytes),
          })}
        </Text>
      )}
      {preview.unchanged > 0 && (
        <Text step="small" color="muted">
          {t("publish.bulkUnchanged", { shown: shown(preview.unchanged) })}
        </Text>
      )}
      {preview.looked_at < preview.titles && (
        <Text step="small" color="muted">
          {t("publish.bulkFirst", {
            total: shown(preview.titles),
            shown: shown(preview.looked_at),
          })}
        </Text>
      )}
      {preview.first.map((each) => (
        <View key={each.title_id} style={{ flexDirection: "row", gap: space.md }}>
          <Text step="small" style={{ flex: 1 }}>
            {each.title}
          </Text>
          <Text step="small" color="muted" tabular>
            {t("publish.writes", { count: each.writes, shown: shown(each.writes) })}
          </Text>
        </View>
      ))}
      {preview.refused_count > 0 && (
        <Text step="small" weight="medium">
          {t("publish.bulkLeft", {
            count: preview.refused_count,
            shown: shown(preview.refused_count),
          })}
        </Text>
      )}
      {preview.refused.map((each) => (
        <Text key={each.title_id} step="small" color="muted">
          {refusalOf(each.problem).sentence}
        </Text>
      ))}
    </View>
  );
}
