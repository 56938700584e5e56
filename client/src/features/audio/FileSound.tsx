import RightIcon from "lucide-react-native/icons/circle-check";
import AloneIcon from "lucide-react-native/icons/circle-minus";
import WaitIcon from "lucide-react-native/icons/clock";
import FixIcon from "lucide-react-native/icons/wand-sparkles";
import WrongIcon from "lucide-react-native/icons/volume-x";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { nameAndPlace } from "@/features/changes/words";
import { useWords } from "@/i18n/words";
import { useUndo } from "@/features/changes/queries";
import { useUndoneToast } from "@/features/changes/UndoDialog";
import { Badge, type Tone } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Reason } from "@/ui/Feedback";
import type { IconShape } from "@/ui/Icon";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useFixFile } from "./batch-queries";
import { usePin, type FilePlan, type FileState, type Pin } from "./queries";
import { useSoundWords } from "./sound";
import { TrackRow } from "./TrackRow";

const SIGNS: Record<FileState, { tone: Tone; icon: IconShape }> = {
  right: { tone: "good", icon: RightIcon },
  wrong: { tone: "warn", icon: WrongIcon },
  unfit: { tone: "plain", icon: AloneIcon },
};

/** Whether a file starts as it should. */
export function StateSign({ state }: { state: FileState | null }) {
  const { t } = useWords();
  if (state === null) return <Badge icon={WaitIcon} label={t("sound.state.unjudged")} />;
  return <Badge {...SIGNS[state]} label={t(`sound.state.${state}`)} />;
}

/** A file's sound tracks: which plays first now, which should, and why. */
export function FileSound({
  file,
  titleId,
  pin,
}: {
  file: FilePlan;
  titleId: string;
  pin: Pin | null;
}) {
  const words = useSoundWords();
  const may = useMay("operator");
  const change = usePin(titleId);
  const { name } = nameAndPlace(file.path);
  const why = words.why(file);
  const isPinned = (index: number) =>
    pin?.title_id === titleId && pin.track_index === index && file.wanted === index;
  const toggle = (index: number) =>
    change.mutate(isPinned(index) ? null : { file_id: file.file_id, track: index });
  return (
    <Card flush>
      <View style={{ padding: space.lg, gap: 6 }}>
        <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: 8 }}>
          <Text mono step="small" weight="medium" selectable style={{ flexShrink: 1 }}>
            {name}
          </Text>
          <View>
            <StateSign state={file.state} />
          </View>
          <View style={{ flex: 1 }} />
          {may && file.state === "wrong" && <FixButton file={file} />}
        </View>
        {file.title?.series && (
          <Text step="small" color="muted">
            {words.plays(file)}
          </Text>
        )}
      </View>
      <View role="list">
        {file.tracks.map((track) => (
          <View role="listitem" key={track.index}>
            <TrackRow
              track={track}
              isPinned={isPinned(track.index)}
              onPin={may && file.tracks.length > 1 ? () => toggle(track.index) : undefined}
            />
          </View>
        ))}
      </View>
      <View style={{ padding: space.lg, paddingTop: space.sm, gap: 6 }}>
        {why && <Reason>{why}</Reason>}
        <PlanWords file={file} />
      </View>
    </Card>
  );
}

/** Sets a file right where it stands; what is said then takes it back. */
function FixButton({ file }: { file: FilePlan }) {
  const { t } = useWords();
  const undo = useUndo(useUndoneToast());
  const fix = useFixFile(({ path }, id) =>
    toast(t("sound.fixed", { name: nameAndPlace(path).name }), {
      action: id ? { label: t("common.undo"), onPress: () => undo.mutate({ id }) } : undefined,
    }),
  );
  return (
    <Button
      tone="primary"
      icon={FixIcon}
      label={t("sound.fix")}
      busy={fix.isPending}
      onPress={() => fix.mutate(file)}
    />
  );
}

/** What keeps a wrong file from being set right where it stands. */
function PlanWords({ file: { plan, state } }: { file: FilePlan }) {
  const words = useSoundWords();
  if (state !== "wrong" || plan.action !== "obstacle") return null;
  return (
    <Text step="small" color="warn">
      {words.why(plan)}
    </Text>
  );
}
