import UndoIcon from "lucide-react-native/icons/undo-2";
import { useLocalSearchParams } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ChangePreview } from "@/ui/ChangePreview";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Link } from "@/ui/Link";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useChangeSet, type Change, type ChangeSet } from "./queries";
import { StateBadge } from "./SetRow";
import { UndoDialog } from "./UndoDialog";
import { useChangeWords } from "./words";

/** What was written together: each file before and after, why, and the way back. */
export function ChangeSetScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const { t } = useWords();
  const found = useChangeSet(id);
  const set = found.data?.pages[0];
  const changes = found.data?.pages.flatMap((page) => page.changes) ?? [];
  const [undoing, setUndoing] = useState<{ change?: Change } | null>(null);
  const may = useMay("operator");
  const words = useChangeWords();
  const canUndo = may && set && !set.undone_at;
  return (
    <Page
      title={set ? words.title(set) : t("changes.one")}
      back="/activity"
      actions={
        canUndo && (
          <Button
            tone="primary"
            icon={UndoIcon}
            label={t("common.undo")}
            onPress={() => setUndoing({})}
          />
        )
      }
    >
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={160} />}
      {set && <Facts set={set} />}
      {set && (
        <Card flush>
          <Changes
            set={set}
            changes={changes}
            onUndo={may ? (change) => setUndoing({ change }) : undefined}
          />
        </Card>
      )}
      <More of={found} />
      {set && undoing && (
        <UndoDialog set={set} change={undoing.change} isOpen onClose={() => setUndoing(null)} />
      )}
    </Page>
  );
}

function Changes({
  set,
  changes,
  onUndo,
}: {
  set: ChangeSet;
  changes: readonly Change[];
  onUndo?: (change: Change) => void;
}) {
  const { t } = useWords();
  const words = useChangeWords();
  const files = changes.map((change) => {
    const file = words.previewed(change, set);
    return {
      ...file,
      signs: change.undone_at && <Badge tone="warn" icon={UndoIcon} label={t("changes.undone")} />,
      action: onUndo && !change.undone_at && (
        <IconButton
          label={t("changes.undoOf", { name: file.name })}
          icon={UndoIcon}
          onPress={() => onUndo(change)}
        />
      ),
    };
  });
  return <ChangePreview files={files} />;
}

function Facts({ set }: { set: ChangeSet }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useChangeWords();
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.md }}>
      <StateBadge set={set} />
      <Text step="small" color="muted" tabular>
        {[words.by(set), format.moment(set.made_at), words.files(set.count)].join(" · ")}
      </Text>
      {set.undone_at && (
        <Text step="small" color="muted" tabular>
          {t("changes.undoneAt", { when: format.moment(set.undone_at) })}
        </Text>
      )}
      {set.undoes_id && (
        <Link href={`/activity/${set.undoes_id}`}>
          <Text step="small" weight="medium" color="accent">
            {t("changes.whatWasUndone")}
          </Text>
        </Link>
      )}
    </View>
  );
}
