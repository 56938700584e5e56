import DownloadIcon from "lucide-react-native/icons/download";
import FollowIcon from "lucide-react-native/icons/arrow-down-to-line";
import { useLocalSearchParams, useRouter } from "expo-router";
import { useEffect, useRef, useState } from "react";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { PageHeader } from "@/ui/Page";
import { SearchInput } from "@/ui/SearchInput";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { space, type ColorRole } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { levels, type Level } from "./fits";
import { useLog, useLogFile, type LogEntry } from "./queries";

type Params = { level?: Level; component?: string; text?: string };

const LEAST = levels.filter((level) => level !== "critical");
const USUAL: Level = "info";
const INK: Record<Level, ColorRole> = {
  debug: "faint",
  info: "text",
  warning: "warn",
  error: "bad",
  critical: "bad",
};

/** What the server says of itself: by component and severity, followed as it comes. */
export function LogsScreen() {
  const { t } = useWords();
  const router = useRouter();
  const { level: said, component = "", text = "" } = useLocalSearchParams<Params>();
  const level = LEAST.find((each) => each === said) ?? USUAL;
  const narrow = (some: Params) => router.setParams(some as never);
  const [isFollowing, setFollowing] = useState(true);
  const filter = { level, component, text };
  const log = useLog(filter, isFollowing);
  const file = useLogFile();
  const isWide = useIsWide();
  const scroller = useRef<ScrollView>(null);
  const entries = inOrder(log.data?.entries ?? []);
  const newest = entries[entries.length - 1];
  useEffect(() => {
    if (isFollowing) scroller.current?.scrollToEnd({ animated: false });
  }, [isFollowing, newest, component, level]);
  return (
    <View style={{ flex: 1, minWidth: 0 }}>
      <PageHeader
        title={t("logs.title")}
        back="/settings"
        actions={
          <>
            <IconButton
              label={t("jobs.follow")}
              icon={FollowIcon}
              selected={isFollowing}
              onPress={() => setFollowing(!isFollowing)}
            />
            <Button
              label={t("logs.download")}
              icon={DownloadIcon}
              busy={file.isPending}
              onPress={() => file.mutate()}
            />
          </>
        }
      >
        <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
          <Select
            label={t("jobs.least")}
            value={level}
            choices={LEAST.map((key) => ({ key, label: t(`severity.${key as "info"}`) }))}
            onChange={(key) => narrow({ level: key === USUAL ? undefined : key })}
          />
          <Select
            label={t("logs.component")}
            value={component}
            choices={[
              { key: "", label: t("logs.everything") },
              ...(log.data?.components ?? []).map((key) => ({ key, label: key })),
            ]}
            onChange={(key) => narrow({ component: key || undefined })}
          />
          <View style={{ flexGrow: 1, flexBasis: 200 }}>
            <SearchInput
              label={t("logs.search")}
              value={text}
              onChange={(words) => narrow({ text: words || undefined })}
            />
          </View>
        </View>
      </PageHeader>
      <ScrollView
        ref={scroller}
        role="log"
        aria-label={t("logs.title")}
        tabIndex={0}
        style={{ flex: 1 }}
        contentContainerStyle={{
          paddingVertical: space.lg,
          paddingHorizontal: isWide ? space.xl : space.lg,
          gap: 3,
        }}
      >
        {log.error && <ProblemView problem={told(log.error)} onRetry={() => void log.refetch()} />}
        {log.isPending && <Skeleton height={240} />}
        {entries.map((entry, at) => (
          <Entry key={entry.id ?? at} entry={entry} />
        ))}
        {log.data && entries.length === 0 && <Text color="muted">{t("logs.none")}</Text>}
      </ScrollView>
    </View>
  );
}

const factsOf = ({ facts }: LogEntry): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(" ");

function Entry({ entry }: { entry: LogEntry }) {
  const format = useFormat();
  const isWide = useIsWide();
  return (
    <View style={{ flexDirection: "row", gap: space.md }}>
      <Text mono step="tiny" color="muted" tabular>
        {format.clock(entry.at)}
      </Text>
      {isWide && (
        <Text mono step="tiny" color="muted" style={{ width: 88 }} numberOfLines={1}>
          {entry.component}
        </Text>
      )}
      <Text mono step="tiny" color={INK[entry.level]} selectable style={{ flex: 1, minWidth: 0 }}>
        {entry.event}{" "}
        <Text mono step="tiny" color="muted">
          {factsOf(entry)}
        </Text>
      </Text>
    </View>
  );
}

/** Entries by their time, the newest last, whichever way they were read. */
function inOrder(entries: readonly LogEntry[]): LogEntry[] {
  return [...entries].sort((one, other) => one.at.localeCompare(other.at));
}
