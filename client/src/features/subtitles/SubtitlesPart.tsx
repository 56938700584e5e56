import SearchIcon from "lucide-react-native/icons/search";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { refusalSaid } from "@/features/changes/words";
import { codecName } from "@/features/library/facet-words";
import { pathParts } from "@/features/library/track-words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { OffersDialog } from "./OffersDialog";
import { useExtract, useSubtitles, type SubtitledFile, type SubtitleTrack } from "./queries";

/** The subtitles of a title: which text can stand beside it as files, and what services have. */
export function SubtitlesPart({ titleId }: { titleId: string }) {
  const found = useSubtitles(titleId);
  if (found.error) return <ProblemView problem={told(found.error)} />;
  return found.data?.files.map((file) => (
    <FileSubtitles key={file.file_id} titleId={titleId} file={file} />
  ));
}

function FileSubtitles({ titleId, file }: { titleId: string; file: SubtitledFile }) {
  const { t } = useWords();
  const mayOperate = useMay("operator");
  const [isSearching, setSearching] = useState(false);
  return (
    <Card title={t("subtitles.title")}>
      <Text mono step="tiny" color="muted" numberOfLines={1}>
        {pathParts(file.path).name}
      </Text>
      {file.tracks.length === 0 && <Text color="muted">{t("subtitles.none")}</Text>}
      <Rows>
        {file.tracks.map((track) => (
          <TrackRow key={`${track.index}${track.path}`} track={track} />
        ))}
      </Rows>
      {mayOperate && (
        <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
          <ExtractButton titleId={titleId} file={file} />
          <Button
            icon={SearchIcon}
            label={t("subtitles.search")}
            onPress={() => setSearching(true)}
          />
        </View>
      )}
      {isSearching && (
        <OffersDialog titleId={titleId} file={file} onClose={() => setSearching(false)} />
      )}
    </Card>
  );
}

function ExtractButton({ titleId, file }: { titleId: string; file: SubtitledFile }) {
  const { t } = useWords();
  const format = useFormat();
  const extract = useExtract(titleId, (names) =>
    toast(t("subtitles.written", { names: names.join(", ") })),
  );
  const count = file.tracks.filter(({ obstacle }) => !obstacle).length;
  if (count === 0) return null;
  return (
    <>
      <Button
        label={t("subtitles.extract", { count, shown: format.number(count) })}
        busy={extract.isPending}
        onPress={() => extract.mutate()}
      />
      {extract.error && <ProblemView problem={told(extract.error)} />}
    </>
  );
}

function TrackRow({ track }: { track: SubtitleTrack }) {
  const { t } = useWords();
  const format = useFormat();
  const signs = [
    codecName(track.codec),
    track.is_forced && t("track.forced"),
    track.is_hearing_impaired && t("track.hearing"),
    track.is_commentary && t("track.commentary"),
    track.path && t("track.external"),
    track.title,
  ].filter(Boolean);
  const says = track.path
    ? pathParts(track.path).name
    : track.obstacle
      ? refusalSaid(track.obstacle).sentence
      : t("subtitles.canBe", { name: track.name ?? "" });
  const language =
    track.language === "und" ? t("track.unknownLanguage") : format.tongueAlone(track.language);
  return <Row title={[language, ...signs].join(" · ")} detail={says} />;
}
