import FaultIcon from "lucide-react-native/icons/file-exclamation-point";
import IdentifyIcon from "lucide-react-native/icons/fingerprint-pattern";
import MonitorIcon from "lucide-react-native/icons/eye";
import LockIcon from "lucide-react-native/icons/lock";
import WrongSoundIcon from "lucide-react-native/icons/volume-x";
import StarIcon from "lucide-react-native/icons/star";
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
import { Badge } from "@/ui/Badge";
import { BadgeLink } from "@/ui/BadgeLink";
import { Button, IconButton } from "@/ui/Button";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { PageHeader } from "@/ui/Page";
import { Picture } from "@/ui/Picture";
import { Tabs } from "@/ui/Tabs";
import { Heading, Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { Switch } from "@/ui/Toggles";
import { radius, shadow, size, space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { BesideMedia } from "./BesideMedia";
import { useFaultWords } from "./fault-words";
import { FilesTab } from "./FilesTab";
import { Identify } from "./Identify";
import { OverviewTab } from "./OverviewTab";
import { useMonitor } from "./monitor";
import { pictureOf } from "./picture-of";
import { useTitle, type TitleDetail } from "./queries";
import { SeasonsTab } from "./SeasonsTab";
import { episodePlace, quality } from "./track-words";

type TabKey =
  "overview" | "fields" | "children" | "files" | "sound" | "artwork" | "publishing" | "history";

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
      <PageHeader title={nameOf(title)} back="/library" actions={<Actions title={title} />} />
      <ScrollView role="main" style={{ flex: 1 }}>
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
            {shown === "history" && <HistoryTab path={placeOf(title)} />}
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

/** What was written for a title lies in its only file, or below its folder. */
function placeOf({ files, folder }: TitleDetail): string {
  return files.length === 1 && files[0] ? files[0].path : folder;
}

function nameOf(title: TitleDetail): string {
  return title.year && title.kind !== "season" && title.kind !== "episode"
    ? `${title.title} (${title.year})`
    : title.title;
}

function Hero({ title }: { title: TitleDetail }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const isWide = useIsWide();
  const { colors } = useTheme();
  const monitor = useMonitor();
  const mayOperate = useMay("operator");
  const parent = useTitle(title.parent_id);
  const series = useTitle(parent.data?.parent_id ?? null);
  const above = [series.data, parent.data].filter((each) => each !== undefined);
  const pictures = [title, ...above.reverse()];
  const behind = pictureOf(pictures, ["fanart", "landscape", "thumb"], "large");
  const poster = pictureOf(pictures, ["season-poster", "poster", "thumb"], "medium");
  const facts = [
    title.runtime_minutes ? format.span(title.runtime_minutes * 60) : null,
    title.certification,
    title.premiered ? format.date(title.premiered) : null,
    title.files.length > 1 ? t("title.versions", { count: title.files.length }) : null,
  ].filter((each) => each !== null);
  return (
    <View style={styles.hero}>
      {behind && (
        <View style={styles.behind}>
          <Picture uri={behind} alt="" eager />
          <View style={[styles.fade, fade(colors.bg)]} />
        </View>
      )}
      <View style={[styles.front, !isWide && styles.frontNarrow]}>
        <View style={[styles.poster, !isWide && { width: 104 }]}>
          <Picture
            uri={poster}
            alt={t("title.posterOf", { title: title.title })}
            eager
            instead={<View />}
          />
        </View>
        <View style={styles.words}>
          {above.length > 0 && (
            <View style={styles.line}>
              {[...above].reverse().map((each) => (
                <Link key={each.id} href={`/titles/${each.id}`}>
                  <Text step="small" weight="medium" color="accent">
                    {each.title}
                  </Text>
                </Link>
              ))}
              <Text step="small" color="muted" tabular>
                {episodePlace(title)}
              </Text>
            </View>
          )}
          <Heading level={2} step={isWide ? "hero" : "title"}>
            {title.title}
          </Heading>
          {title.original_title && title.original_title !== title.title && (
            <Text color="muted">{title.original_title}</Text>
          )}
          <View style={styles.line}>
            {title.year !== null && (
              <Text step="small" weight="medium" tabular>
                {title.year}
              </Text>
            )}
            {facts.map((fact) => (
              <Text key={fact} step="small" tabular>
                {fact}
              </Text>
            ))}
            {title.rating !== null && (
              <View style={styles.line}>
                <Icon shape={StarIcon} color="warn" size={14} />
                <Text step="small" tabular>
                  {format.number(title.rating, 1)}
                </Text>
              </View>
            )}
          </View>
          <View style={styles.line}>
            <Badge
              tone={title.missing_since ? "bad" : title.state === "discovered" ? "warn" : "good"}
              label={t(`state.${title.state}`)}
            />
            {title.default_audio === "wrong" && (
              <BadgeLink
                href={`/titles/${title.id}?tab=sound`}
                tone="warn"
                icon={WrongSoundIcon}
                label={t("title.wrongSound")}
              />
            )}
            {title.is_unpublished && (
              <BadgeLink
                href={`/titles/${title.id}?tab=publishing`}
                tone="info"
                label={t("publish.unpublished")}
              />
            )}
            {quality(title.files).map((word) => (
              <Badge key={word} label={word} />
            ))}
            {title.locked_fields.length > 0 && (
              <Badge
                icon={LockIcon}
                label={t("title.locked", { count: title.locked_fields.length })}
              />
            )}
          </View>
          {mayOperate && (
            <Switch
              label={t(title.is_monitored ? "title.monitored" : "title.unmonitored")}
              value={title.is_monitored}
              onChange={(is_monitored) => monitor.mutate({ ids: [title.id], is_monitored })}
            />
          )}
          {!mayOperate && !title.is_monitored && (
            <Badge icon={MonitorIcon} label={t("title.unmonitored")} />
          )}
        </View>
      </View>
    </View>
  );
}

/** Lets a picture pass into the page; a browser and a phone name the same property differently. */
function fade(color: string): object {
  const image = `linear-gradient(to bottom, ${color}59 0%, ${color}D9 55%, ${color} 100%)`;
  return { backgroundImage: image, experimental_backgroundImage: image };
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

const useStyles = makeStyles((colors) => ({
  hero: { minHeight: 220 },
  behind: { position: "absolute", inset: 0, overflow: "hidden" },
  fade: { position: "absolute", inset: 0 },
  front: {
    flexDirection: "row",
    alignItems: "flex-end",
    gap: space.xl,
    paddingHorizontal: space.xl,
    paddingTop: 96,
    paddingBottom: space.xl,
    maxWidth: size.page,
  },
  frontNarrow: { paddingHorizontal: space.lg, paddingTop: space.huge, gap: space.lg },
  poster: {
    width: 190,
    aspectRatio: 2 / 3,
    borderRadius: radius.card,
    overflow: "hidden",
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.raised,
    boxShadow: shadow.float,
  },
  words: { flex: 1, minWidth: 0, gap: space.sm },
  line: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm },
}));
