import LibraryIcon from "lucide-react-native/icons/library";
import AlertIcon from "lucide-react-native/icons/triangle-alert";
import DiskIcon from "lucide-react-native/icons/hard-drive";
import RunIcon from "lucide-react-native/icons/activity";
import PipelineIcon from "lucide-react-native/icons/play";
import ScanIcon from "lucide-react-native/icons/refresh-cw";
import { useState } from "react";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { gathered } from "@/features/jobs/gathered";
import { JobRow } from "@/features/jobs/JobRow";
import { useActiveJobs, useRecentJobs } from "@/features/jobs/queries";
import { useJobWords } from "@/features/jobs/words";
import { NoTitles } from "@/features/library/NoTitles";
import { PosterCard, PosterPlace } from "@/features/library/PosterCard";
import { useLibraries, useRecentTitles, useScan, type Library } from "@/features/library/queries";
import { OnboardingHint } from "@/features/onboarding/OnboardingHint";
import { RunPipeline } from "@/features/pipeline/RunPipeline";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Icon, type IconShape } from "@/ui/Icon";
import { Link, LinkToAll } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { Heading, Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space, type ColorRole } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { FailingConnections } from "./FailingConnections";
import { Findings } from "./Findings";
import { NextRuns } from "./NextRuns";

const STRIP = 14;
/** So much room the ring of what has the focus needs around it. */
const RING = 4;

/** The first look: how much there is, what needs attention, what ran, what is new. */
export function DashboardScreen() {
  const { t } = useWords();
  const libraries = useLibraries();
  const scan = useScan();
  const may = useMay("operator");
  const [isAsking, setAsking] = useState(false);
  const scanAll = () => scan.mutate(libraries.data?.map(({ id }) => id) ?? []);
  if (libraries.data?.length === 0) return <Nothing />;
  return (
    <Page
      title={t("nav.dashboard")}
      actions={
        may && (
          <>
            <Button
              label={t("library.scan")}
              icon={ScanIcon}
              busy={scan.isPending}
              onPress={scanAll}
            />
            <Button
              label={t("pipeline.run")}
              icon={PipelineIcon}
              disabled={!libraries.data}
              onPress={() => setAsking(true)}
            />
          </>
        )
      }
    >
      {libraries.error && (
        <ProblemView problem={told(libraries.error)} onRetry={() => void libraries.refetch()} />
      )}
      <OnboardingHint />
      <FailingConnections />
      <Tiles libraries={libraries.data} />
      <RecentlyAdded />
      {isAsking && (
        <RunPipeline libraries={libraries.data ?? []} onClose={() => setAsking(false)} />
      )}
      <Below libraries={libraries.data ?? []} />
    </Page>
  );
}

function Nothing() {
  const { t } = useWords();
  return (
    <Page title={t("nav.dashboard")}>
      <OnboardingHint />
      <NoTitles hasLibrary={false} />
    </Page>
  );
}

function Tiles({ libraries }: { libraries: readonly Library[] | undefined }) {
  const { t } = useWords();
  const format = useFormat();
  const active = useActiveJobs();
  const sum = (field: "titles" | "files" | "size_bytes" | "faults" | "missing") =>
    libraries?.reduce((total, each) => total + each[field], 0) ?? 0;
  const wrong = sum("faults") + sum("missing");
  const running = active.data?.filter(({ status }) => status === "running").length ?? 0;
  const waiting = (active.data?.length ?? 0) - running;
  const known = (value: string) => (libraries ? value : "–");
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.md }}>
      <Tile
        icon={LibraryIcon}
        name={t("dashboard.titles")}
        value={known(format.number(sum("titles")))}
        detail={
          libraries &&
          t("dashboard.files", { count: sum("files"), shown: format.number(sum("files")) })
        }
        href="/library"
      />
      <Tile
        icon={DiskIcon}
        name={t("dashboard.storage")}
        value={known(format.bytes(sum("size_bytes")))}
        detail={libraries && t("dashboard.libraries", { count: libraries.length })}
        href="/library?sort=size"
      />
      <Tile
        icon={AlertIcon}
        color={wrong > 0 ? "warn" : libraries && "good"}
        name={t("dashboard.attention")}
        value={known(format.number(wrong))}
        detail={
          wrong === 0
            ? libraries && t("dashboard.allWell")
            : t("dashboard.wrong", {
                faults: format.number(sum("faults")),
                missing: format.number(sum("missing")),
              })
        }
        href="/faults"
      />
      <Tile
        icon={RunIcon}
        name={t("dashboard.running")}
        value={format.number(running)}
        detail={
          waiting > 0 ? t("dashboard.waiting", { count: waiting }) : t("dashboard.nothingWaits")
        }
        href="/jobs"
      />
    </View>
  );
}

function Tile({
  icon,
  name,
  value,
  detail,
  href,
  color = "muted",
}: {
  icon: IconShape;
  name: string;
  value: string;
  detail: string | undefined;
  href: string;
  color?: ColorRole;
}) {
  const styles = useStyles();
  return (
    <Link href={href} style={styles.tile} hoverStyle={styles.hover}>
      <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
        <Icon shape={icon} color={color} />
        <Text step="small" color="muted" numberOfLines={1}>
          {name}
        </Text>
      </View>
      <Text step="display" weight="bold" tabular numberOfLines={1}>
        {value}
      </Text>
      <Text step="small" color="muted" tabular numberOfLines={2}>
        {detail}
      </Text>
    </Link>
  );
}

function RecentlyAdded() {
  const { t } = useWords();
  const titles = useRecentTitles(STRIP);
  if (titles.data?.length === 0) return null;
  return (
    <View style={{ gap: space.md }}>
      <View
        style={{
          flexDirection: "row",
          alignItems: "center",
          justifyContent: "space-between",
        }}
      >
        <Heading>{t("dashboard.recent")}</Heading>
        <LinkToAll href="/library?sort=added" label={t("dashboard.all")} />
      </View>
      <ScrollView
        horizontal
        tabIndex={-1}
        style={{ margin: -RING }}
        contentContainerStyle={{ gap: space.lg, padding: RING }}
      >
        {titles.data
          ? titles.data.map((title) => (
              <View key={title.id} style={{ width: 132 }}>
                <PosterCard title={title} />
              </View>
            ))
          : Array.from({ length: 8 }, (_, at) => (
              <View key={at} style={{ width: 132 }}>
                <PosterPlace />
              </View>
            ))}
      </ScrollView>
    </View>
  );
}

function Below({ libraries }: { libraries: readonly Library[] }) {
  const isWide = useIsWide();
  const columns = [
    [<LatestJobs key="jobs" />, <Findings key="findings" />],
    [<NextRuns key="next" />, <Libraries key="libraries" libraries={libraries} />],
  ];
  return (
    <View style={{ flexDirection: isWide ? "row" : "column", gap: space.lg }}>
      {columns.map((cards, at) => (
        <View key={at} style={{ flex: isWide ? 1 : undefined, minWidth: 0, gap: space.lg }}>
          {cards}
        </View>
      ))}
    </View>
  );
}

const SHOWN_JOBS = 5;
/** Of so many some are the same chore again and again. */
const LOOKED_AT = 30;

function LatestJobs() {
  const { t } = useWords();
  const words = useJobWords();
  const jobs = useRecentJobs(LOOKED_AT);
  const shown = jobs.data && gathered(jobs.data, words.title).slice(0, SHOWN_JOBS);
  return (
    <Card
      flush
      title={t("dashboard.recentJobs")}
      action={<LinkToAll href="/jobs" label={t("dashboard.all")} />}
    >
      {jobs.data?.length === 0 && (
        <Text color="muted" style={{ padding: space.lg }}>
          {t("jobs.noneHint")}
        </Text>
      )}
      <Rows>
        {shown?.map(({ job, times }) => (
          <JobRow key={job.id} job={job} times={times} />
        ))}
      </Rows>
    </Card>
  );
}

function Libraries({ libraries }: { libraries: readonly Library[] }) {
  const { t } = useWords();
  const total = libraries.reduce((sum, { size_bytes }) => sum + size_bytes, 0);
  return (
    <Card
      flush
      title={t("dashboard.librariesTitle")}
      action={<LinkToAll href="/libraries" label={t("dashboard.all")} />}
    >
      <Rows>
        {libraries.map((library) => (
          <LibraryRow key={library.id} library={library} total={total} />
        ))}
      </Rows>
    </Card>
  );
}

/** A library, when it was scanned, and its share of all that is stored. */
function LibraryRow({ library, total }: { library: Library; total: number }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const scanned = library.scanned_at
    ? t("dashboard.scanned", { when: format.since(library.scanned_at) })
    : t("dashboard.neverScanned");
  const size = format.bytes(library.size_bytes);
  return (
    <Link href={`/library?library=${library.id}`} style={styles.line} hoverStyle={styles.hoverLine}>
      <View style={{ flex: 1, minWidth: 0 }}>
        <Text weight="medium" numberOfLines={1}>
          {library.name}
        </Text>
        <Text step="small" color="muted" numberOfLines={1}>
          {scanned}
        </Text>
      </View>
      <View style={{ width: 120, gap: 4 }}>
        <Text step="small" tabular align="right">
          {t("library.count", {
            count: library.titles,
            shown: format.number(library.titles),
          })}
        </Text>
        <View style={styles.share} aria-hidden>
          <View
            style={[
              styles.shareOf,
              { width: `${total ? (library.size_bytes * 100) / total : 0}%` },
            ]}
          />
        </View>
        <Text step="tiny" color="muted" tabular align="right">
          {size}
        </Text>
      </View>
    </Link>
  );
}

const useStyles = makeStyles((colors) => ({
  tile: {
    flexGrow: 1,
    flexBasis: 150,
    minWidth: 140,
    gap: 4,
    padding: space.lg,
    borderRadius: radius.card,
    borderWidth: 1,
    borderColor: colors.line,
    backgroundColor: colors.surface,
  },
  hover: { borderColor: colors.lineStrong, backgroundColor: colors.raised },
  line: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    padding: space.md,
    paddingHorizontal: space.lg,
  },
  share: { height: 4, borderRadius: 2, backgroundColor: colors.overlay, overflow: "hidden" },
  shareOf: { height: 4, borderRadius: 2, backgroundColor: colors.accent },
  hoverLine: { backgroundColor: colors.overlay },
}));
