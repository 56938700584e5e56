import FileXIcon from "lucide-react-native/icons/file-x";
import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Empty } from "@/ui/Feedback";
import { Cell, Table, type Column } from "@/ui/Table";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { codecName, containerName } from "./facet-words";
import type { MediaFile, TitleDetail } from "./queries";
import {
  pathParts,
  resolution,
  soundName,
  speakers,
  type Audio,
  type Subtitle,
  type Video,
} from "./track-words";

/** Each file with every track in it, and beside it, as tables that can be read. */
export function FilesTab({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  if (title.files.length === 0) return <Empty icon={FileXIcon} title={t("title.noFiles")} />;
  return title.files.map((file) => <FileCard key={file.id} file={file} />);
}

function FileCard({ file }: { file: MediaFile }) {
  const { t } = useWords();
  const format = useFormat();
  const { folder, name } = pathParts(file.path);
  const facts = [
    file.container && containerName(file.container),
    format.bytes(file.size_bytes),
    file.duration_seconds ? format.span(file.duration_seconds) : null,
    file.bitrate ? `${format.number(file.bitrate / 1_000_000, 1)} Mbit/s` : null,
    file.chapters.length ? t("file.chapters", { count: file.chapters.length }) : null,
    file.attachments.length ? t("file.attachments", { count: file.attachments.length }) : null,
  ].filter((each) => each !== null);
  const signs = [
    file.role === "feature"
      ? null
      : t(`role.${file.role as "trailer"}`, { defaultValue: file.role }),
    file.edition,
    file.version,
    file.stereo,
    file.part === null ? null : t("file.part", { number: file.part }),
  ].filter((each) => each !== null);
  return (
    <Card flush>
      <View style={{ padding: space.lg, gap: 6 }}>
        <View
          style={{
            flexDirection: "row",
            flexWrap: "wrap",
            alignItems: "center",
            gap: space.sm,
          }}
        >
          <Text mono step="small" weight="medium" selectable style={{ flexShrink: 1 }}>
            {name}
          </Text>
          {signs.map((sign) => (
            <Badge key={sign} tone="info" label={sign} />
          ))}
          {file.missing_since && <Badge tone="bad" label={t("title.missing")} />}
        </View>
        <Text mono step="tiny" color="muted" numberOfLines={1} ellipsizeMode="head" selectable>
          {folder}
        </Text>
        <Text step="small" color="muted" tabular>
          {facts.join(" · ")}
        </Text>
      </View>
      <Tracks file={file} />
    </Card>
  );
}

type Track =
  | { kind: "video"; track: Video }
  | { kind: "audio"; track: Audio }
  | { kind: "subtitle"; track: Subtitle };

function Tracks({ file }: { file: MediaFile }) {
  const { t } = useWords();
  const format = useFormat();
  const tracks: Track[] = [
    ...file.video.map((track) => ({ kind: "video" as const, track })),
    ...file.audio.map((track) => ({ kind: "audio" as const, track })),
    ...file.subtitles.map((track) => ({ kind: "subtitle" as const, track })),
  ];
  const signsShown = (signs: readonly Sign[]) =>
    signs.length === 0 ? null : (
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: 4, paddingVertical: 4 }}>
        {signs.map(({ word, tone }) => (
          <Badge key={word} tone={tone} label={t(`track.${word}`)} />
        ))}
      </View>
    );
  const columns: readonly Column<Track>[] = [
    {
      key: "index",
      title: "#",
      width: 44,
      cell: ({ track }) => (
        <Cell muted tabular>
          {track.index ?? "–"}
        </Cell>
      ),
    },
    {
      key: "kind",
      title: t("track.kind"),
      isPlain: true,
      width: 96,
      cell: ({ kind }) => <Cell muted>{t(`track.${kind}`)}</Cell>,
    },
    {
      key: "language",
      title: t("track.language"),
      width: 150,
      cell: ({ kind, track: { language } }) => {
        if (language && language !== "und") return <Cell>{format.tongueAlone(language)}</Cell>;
        return kind === "video" ? null : <Cell muted>{t("track.unknownLanguage")}</Cell>;
      },
    },
    {
      key: "codec",
      title: t("track.codec"),
      width: 190,
      cell: (each) => <Cell tabular>{described(each)}</Cell>,
    },
    {
      key: "title",
      title: t("track.title"),
      share: 1,
      cell: ({ track }) => (track.title ? <Cell>{track.title}</Cell> : null),
    },
    {
      key: "signs",
      title: t("track.signs"),
      isPlain: true,
      share: 2,
      cell: (each) => signsShown(signsOf(each)),
    },
  ];
  if (tracks.length === 0) return null;
  return (
    <Table
      label={t("track.all")}
      columns={columns}
      items={tracks}
      keyOf={({ kind, track }) => `${kind}${track.index ?? ("path" in track ? track.path : "")}`}
      minWidth={820}
    />
  );
}

function described({ kind, track }: Track): string {
  const codec = codecName(track.codec ?? "");
  if (kind === "video") {
    return [resolution(track), codec, track.hdr === "SDR" ? "" : track.hdr]
      .filter(Boolean)
      .join(" · ");
  }
  return kind === "audio" ? [soundName(track), speakers(track)].filter(Boolean).join(" ") : codec;
}

type Sign = { word: SignWord; tone: "accent" | "plain" | "warn" };
type SignWord =
  | "default"
  | "original"
  | "commentary"
  | "described"
  | "hearing"
  | "dub"
  | "forced"
  | "cover"
  | "external";

function signsOf({ kind, track }: Track): Sign[] {
  const said: [boolean | undefined, SignWord, Sign["tone"]][] =
    kind === "video"
      ? [[track.is_attached_picture, "cover", "plain"]]
      : kind === "audio"
        ? [
            [track.is_default, "default", "accent"],
            [track.is_original, "original", "plain"],
            [track.is_commentary, "commentary", "plain"],
            [track.is_visual_impaired, "described", "plain"],
            [track.is_hearing_impaired, "hearing", "plain"],
            [track.is_dub, "dub", "plain"],
            [track.is_forced, "forced", "warn"],
          ]
        : [
            [track.is_default, "default", "accent"],
            [track.is_forced, "forced", "warn"],
            [track.is_hearing_impaired, "hearing", "plain"],
            [track.is_commentary, "commentary", "plain"],
            [Boolean(track.path), "external", "plain"],
          ];
  return said.flatMap(([is, word, tone]) => (is ? [{ word, tone }] : []));
}
