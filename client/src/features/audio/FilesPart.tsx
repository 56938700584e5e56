import RightIcon from "lucide-react-native/icons/circle-check";
import { useLocalSearchParams, useRouter } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useLibraries } from "@/features/library/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Chip } from "@/ui/Chip";
import { Empty, Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Select } from "@/ui/Select";
import { space } from "@/ui/tokens";

import { FixBar } from "./FixBar";
import { useAudioPreview, type AudioPreview, type FileState } from "./queries";
import { ReasonGroup } from "./ReasonGroup";
import { useSoundWords } from "./sound";

const STATES = ["wrong", "unfit", "right"] as const satisfies readonly FileState[];

/** Every file by whether it starts as it should, grouped by why. */
export function FilesPart() {
  const { t } = useWords();
  const { state, library } = useLocalSearchParams<{ state?: FileState; library?: string }>();
  const shown = STATES.find((each) => each === state) ?? "wrong";
  const preview = useAudioPreview(library);
  if (preview.error && !preview.data) {
    return <ProblemView problem={told(preview.error)} onRetry={() => void preview.refetch()} />;
  }
  return (
    <View style={{ gap: space.md }}>
      <Filters preview={preview.data} shown={shown} library={library} />
      {(preview.data?.unjudged ?? 0) > 0 && <Notice>{t("audio.judging")}</Notice>}
      {preview.data ? (
        <Groups
          key={`${shown}${library ?? ""}`}
          preview={preview.data}
          state={shown}
          library={library}
        />
      ) : (
        <Skeleton height={200} />
      )}
    </View>
  );
}

function Filters({
  preview,
  shown,
  library,
}: {
  preview?: AudioPreview;
  shown: FileState;
  library?: string;
}) {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const libraries = useLibraries();
  const set = (params: object) => router.setParams(params as never);
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
      {STATES.map((state) => (
        <Chip
          key={state}
          label={t(`sound.state.${state}`)}
          count={preview && format.number(preview[state])}
          selected={state === shown}
          onPress={() => set({ state: state === "wrong" ? undefined : state })}
        />
      ))}
      <Select
        bare
        label={t("filter.library")}
        value={library ?? ""}
        onChange={(key) => set({ library: key || undefined })}
        choices={[
          { key: "", label: t("audio.everyLibrary") },
          ...(libraries.data ?? []).map(({ id, name }) => ({ key: id, label: name })),
        ]}
      />
    </View>
  );
}

function Groups({
  preview,
  state,
  library,
}: {
  preview: AudioPreview;
  state: FileState;
  library?: string;
}) {
  const { t } = useWords();
  const words = useSoundWords();
  const may = useMay("operator");
  const [open, setOpen] = useState<string | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const canFix = may && state === "wrong";
  const choose = (path: string) =>
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(path)) after.add(path);
      return after;
    });
  const reasons = preview.reasons.filter((each) => each.state === state);
  if (reasons.length === 0) {
    return (
      <Empty icon={RightIcon} title={t(`audio.none.${state}`)}>
        {t("audio.noneHint")}
      </Empty>
    );
  }
  return (
    <View style={{ gap: space.md }}>
      {canFix && <FixBar count={preview.wrong} library={library} chosen={chosen} />}
      {reasons.map(({ reason, said, files }) => (
        <Card flush key={reason}>
          <ReasonGroup
            group={{ state, reason, library }}
            why={words.why({ said, reason }) ?? reason}
            count={files}
            isOpen={open === reason || reasons.length === 1}
            onToggle={() => setOpen(open === reason ? null : reason)}
            chosen={canFix ? chosen : undefined}
            onChoose={choose}
          />
        </Card>
      ))}
    </View>
  );
}
