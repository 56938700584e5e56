import EditIcon from "lucide-react-native/icons/audio-lines";
import FileIcon from "lucide-react-native/icons/file-pen";
import UndoIcon from "lucide-react-native/icons/undo-2";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";
import { LinkRow } from "@/ui/LinkRow";
import { Text } from "@/ui/Text";

import type { ChangeSet } from "./queries";
import { isUndo, useChangeWords } from "./words";

/** What was written together: what for, by whom, when, and whether it still stands. */
export function SetRow({ set }: { set: ChangeSet }) {
  const format = useFormat();
  const words = useChangeWords();
  const shape = isUndo(set) ? UndoIcon : set.kind.startsWith("audio.") ? EditIcon : FileIcon;
  return (
    <LinkRow
      href={`/activity/${set.id}`}
      sign={<Icon shape={shape} color={set.undone_at ? "muted" : "accent"} />}
      state={<StateBadge set={set} />}
    >
      <Text weight="medium" numberOfLines={2} color={set.undone_at ? "muted" : "text"}>
        {words.title(set)}
      </Text>
      <Text step="small" color="muted" tabular>
        {[words.by(set), format.since(set.made_at), words.files(set.count)].join(" · ")}
      </Text>
    </LinkRow>
  );
}

/** Whether a set was taken back, or took another back. */
export function StateBadge({ set }: { set: ChangeSet }) {
  const { t } = useWords();
  const words = useChangeWords();
  if (set.undone_at) return <Badge tone="warn" icon={UndoIcon} label={t("changes.undone")} />;
  if (isUndo(set)) return <Badge tone="info" icon={UndoIcon} label={t("changes.undoes")} />;
  return <Badge label={words.kind(set.kind)} />;
}
