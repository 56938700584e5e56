import PinIcon from "lucide-react-native/icons/pin";
import FixIcon from "lucide-react-native/icons/wand-sparkles";
import SoundIcon from "lucide-react-native/icons/volume-2";
import { useRouter } from "expo-router";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Empty, Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Link } from "@/ui/Link";
import { More } from "@/ui/More";
import { Text } from "@/ui/Text";

import { useStartBatch } from "./batch-queries";
import { FileSound } from "./FileSound";
import { usePin, useTitleAudio, type Pin } from "./queries";

/** Which track each file of a title plays first, which it should, and why; and the pin for all. */
export function SoundTab({ titleId, folder }: { titleId: string; folder: string }) {
  const { t } = useWords();
  const audio = useTitleAudio(titleId);
  const pin = audio.data?.pages[0]?.pin ?? null;
  const files = audio.data?.pages.flatMap((page) => page.files) ?? [];
  if (audio.error && !audio.data) {
    return <ProblemView problem={told(audio.error)} onRetry={() => void audio.refetch()} />;
  }
  if (audio.isPending) return <Skeleton height={200} />;
  if (files.length === 0) return <Empty icon={SoundIcon} title={t("title.noFiles")} />;
  return (
    <>
      {files.filter(({ state }) => state === "wrong").length > 1 && <FixAll folder={folder} />}
      {pin && <PinNotice pin={pin} titleId={titleId} />}
      {files.map((file) => (
        <FileSound key={file.file_id} file={file} titleId={titleId} pin={pin} />
      ))}
      <More of={audio} />
    </>
  );
}

/** Goes over every file of a title at once. */
function FixAll({ folder }: { folder: string }) {
  const { t } = useWords();
  const router = useRouter();
  const may = useMay("operator");
  const start = useStartBatch();
  if (!may) return null;
  const run = () =>
    start.mutate(
      { path: folder, priority: "high" },
      { onSuccess: ({ id }) => router.push(`/audio/runs/${id}` as never) },
    );
  return (
    <View style={{ alignSelf: "flex-start" }}>
      <Button
        tone="primary"
        icon={FixIcon}
        label={t("sound.fixAll")}
        busy={start.isPending}
        onPress={run}
      />
    </View>
  );
}

function PinNotice({ pin, titleId }: { pin: Pin; titleId: string }) {
  const { t } = useWords();
  const format = useFormat();
  const may = useMay("operator");
  const change = usePin(titleId);
  const isOwn = pin.title_id === titleId;
  return (
    <Notice
      icon={PinIcon}
      action={
        may &&
        isOwn && (
          <Button
            label={t("sound.unpinIt")}
            busy={change.isPending}
            onPress={() => change.mutate(null)}
          />
        )
      }
    >
      <Text step="small">
        {t("sound.pinned", {
          language: format.tongue(pin.language),
          track: pin.track_index,
          name: pin.pinned_by_name ?? pin.pinned_by,
          when: format.since(pin.pinned_at),
        })}
      </Text>
      {!isOwn && (
        <View style={{ alignSelf: "flex-start" }}>
          <Link href={`/titles/${pin.title_id}?tab=sound`}>
            <Text step="small" weight="medium" color="info" style={UNDERLINED}>
              {t("sound.pinnedAbove")}
            </Text>
          </Link>
        </View>
      )}
    </Notice>
  );
}

const UNDERLINED = { textDecorationLine: "underline" } as const;
