import FaultIcon from "lucide-react-native/icons/file-exclamation-point";
import IdentifyIcon from "lucide-react-native/icons/fingerprint-pattern";
import { useLocalSearchParams, useRouter } from "expo-router";
import { useState } from "react";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { ArtworkTab } from "@/features/artwork/ArtworkTab";
import { SoundTab } from "@/features/audio/SoundTab";
import { HistoryTab } from "@/features/changes/HistoryTab";
import { FieldsTab } from "@/features/metadata/FieldsTab";
import { PublishTab } from "@/features/publishing/PublishTab";
import { SubtitlesPart } from "@/features/subtitles/SubtitlesPart";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { PageHeader } from "@/ui/Page";
import { Tabs } from "@/ui/Tabs";
import { Text } from "@/ui/Text";
import { radius, size, space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { BesideMedia } from "./BesideMedia";
import { useFaultWords } from "./fault-words";
import { FilesTab } from "./FilesTab";
import { Hero } from "./Hero";
import { Identify } from "./Identify";
import { OverviewTab } from "./OverviewTab";
import { placeOf } from "./place-of";
import { useLibraries, useTitle, type TitleDetail } from "./queries";
import { SeasonsTab } from "./SeasonsTab";

type TabKey =
  "overview" | "fields" | "children" | "files" | "sound" | "artwork" | "publishing" | "history";

/** So far down the name over the picture is seen no more. */
const NAME_GONE = 260;
const NAME_GONE_NARROW = 120;

const childrenOf = {
  movie: "title.files",
  series: "title.seasons",
  season: "title.episodes",
  episode: "title.files",
  set: "title.films",
} as const;

/** Everything about a film, series, season or episode. */
export function TitleScreen() {
  const { id, tab } = useLocalSearchParams<{ id: string; tab?: TabKey }>();
  const title = useTitle(id);
  if (title.data) return <Shown title={title.data} tab={tab} />;
  if (!title.error) return <Coming />;
  return (
    <View style={{ flex: 1 }}>
      <PageHeader title="" back="/library" />
      <View style={{ padding: space.xl }}>
        <ProblemView problem={told(title.error)} onRetry={() => void title.refetch()} />
      </View>
    </View>
  );
}

function Shown({ title, tab }: { title: TitleDetail; tab?: TabKey }) {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const isWide = useIsWide();
  const [isPast, setPast] = useState(false);
  const roots = (useLibraries().data ?? []).flatMap(({ folders }) => folders);
  const tabs = [
    { key: "overview" as const, label: t("title.overview") },
    ...(title.children.length
      ? [
          {
            key: "children" as const,
            label: t(childrenOf[title.kind]),
            count: format.number(title.children.length),
          },
        ]
      : []),
    ...(title.files.length || title.kind === "movie" || title.kind === "episode"
      ? [
          {
            key: "files" as const,
            label: t("title.files"),
            count: format.number(title.files.length),
          },
        ]
      : []),
    ...(title.kind === "set" ? [] : [{ key: "sound" as const, label: t("title.sound") }]),
    {
      key: "artwork" as const,
      label: t("title.artwork"),
      count: format.number(title.artwork.length),
    },
    { key: "fields" as const, label: t("metadata.tab") },
    { key: "publishing" as const, label: t("title.publishing") },
    { key: "history" as const, label: t("title.history") },
  ];
  const usual: TabKey =
    title.kind === "season" || title.kind === "set"
      ? "children"
      : title.kind === "episode"
        ? "files"
        : "overview";
  const shown = tabs.some(({ key }) => key === tab) ? (tab as TabKey) : usual;
  return (
    <View style={{ flex: 1, minWidth: 0 }}>
      <PageHeader
        title={nameOf(title)}
        back="/library"
        actions={<Actions title={title} />}
        isBelow={!isPast}
      />
      <ScrollView
        role="main"
        style={{ flex: 1 }}
        scrollEventThrottle={50}
        onScroll={({ nativeEvent: { contentOffset } }) =>
          setPast(contentOffset.y > (isWide ? NAME_GONE : NAME_GONE_NARROW))
        }
      >
        <Hero title={title} />
        <View
          style={{
            paddingHorizontal: isWide ? space.xl : space.lg,
            maxWidth: size.page,
            width: "100%",
          }}
        >
          <Tabs
            label={t("title.parts")}
            tabs={tabs}
            value={shown}
            onChange={(key) => router.setParams({ tab: key })}
          />
          <View style={{ paddingVertical: space.xl, gap: space.xl }}>
            {title.faults.map((fault) => (
              <Fault key={fault.id} fault={fault} />
            ))}
            {shown === "overview" && <OverviewTab title={title} />}
            {shown === "fields" && <FieldsTab title={title} />}
            {shown === "children" && <SeasonsTab title={title} />}
            {shown === "files" && <FilesTab title={title} />}
            {shown === "files" && <SubtitlesPart titleId={title.id} />}
            {shown === "sound" && <SoundTab titleId={title.id} folder={title.folder} />}
            {shown === "artwork" && <ArtworkTab key={title.id} titleId={title.id} />}
            {shown === "artwork" && <BesideMedia title={title} />}
            {shown === "publishing" && <PublishTab titleId={title.id} />}
            {shown === "history" && <HistoryTab path={placeOf(title, roots)} />}
          </View>
        </View>
      </ScrollView>
    </View>
  );
}

/** What can be done with a title beyond what its switches say. */
function Actions({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const isWide = useIsWide();
  const mayOperate = useMay("operator");
  const [isIdentifying, setIdentifying] = useState(false);
  if (!mayOperate || (title.kind !== "movie" && title.kind !== "series")) return null;
  const props = {
    icon: IdentifyIcon,
    label: t("identify.title"),
    onPress: () => setIdentifying(true),
  };
  return (
    <>
      {isWide ? (
        <Button tone={title.state === "discovered" ? "primary" : "plain"} {...props} />
      ) : (
        <IconButton {...props} />
      )}
      {isIdentifying && <Identify title={title} onClose={() => setIdentifying(false)} />}
    </>
  );
}

function Fault({ fault }: { fault: TitleDetail["faults"][number] }) {
  const words = useFaultWords();
  return (
    <Notice tone="warn" icon={FaultIcon}>
      <Text step="small" weight="medium">
        {words.kind(fault)}
      </Text>
      <Text step="small">{words.says(fault)}</Text>
      {words.why(fault) !== words.says(fault) && (
        <Text step="tiny" color="muted">
          {words.why(fault)}
        </Text>
      )}
      <Text step="tiny" mono color="muted" numberOfLines={2} selectable>
        {fault.path}
      </Text>
    </Notice>
  );
}

function nameOf(title: TitleDetail): string {
  return title.year && title.kind !== "season" && title.kind !== "episode"
    ? `${title.title} (${title.year})`
    : title.title;
}

function Coming() {
  const isWide = useIsWide();
  return (
    <View style={{ flex: 1 }}>
      <PageHeader title="" back="/library" />
      <View
        style={{
          flexDirection: "row",
          gap: space.xl,
          padding: isWide ? space.xl : space.lg,
        }}
      >
        <Skeleton width={isWide ? 190 : 104} height={isWide ? 285 : 156} round={radius.card} />
        <View style={{ flex: 1, gap: space.md, paddingTop: space.xl }}>
          <Skeleton width="60%" height={36} />
          <Skeleton width="30%" />
          <Skeleton width="40%" />
        </View>
      </View>
    </View>
  );
}
