import type { Schemas } from "@/api/client";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Notice } from "@/ui/Feedback";
import { Text } from "@/ui/Text";

const TONES = { asked: "info", done: "good", refused: "bad" } as const;

/** How the last restore ended, and where the state before it is kept. */
export function LastRestore({ restore }: { restore: Schemas["RestoreDocument"] | null }) {
  const { t } = useWords();
  const format = useFormat();
  if (!restore) return null;
  return (
    <Notice tone={TONES[restore.state]}>
      <Text step="small" weight="medium">
        {t(`backups.restore_${restore.state}`, {
          name: restore.name,
          when: format.since(restore.asked_at),
        })}
      </Text>
      {(restore.reason ?? restore.kept) && (
        <Text step="small">
          {restore.reason ?? t("backups.kept", { name: restore.kept ?? "" })}
        </Text>
      )}
    </Notice>
  );
}
