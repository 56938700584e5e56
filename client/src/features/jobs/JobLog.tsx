import CopyIcon from "lucide-react-native/icons/copy";
import DownloadIcon from "lucide-react-native/icons/download";
import FollowIcon from "lucide-react-native/icons/arrow-down-to-line";
import { useEffect, useRef, useState } from "react";
import { ScrollView, View } from "react-native";

import { copyText } from "@/ui/clipboard";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { saveText } from "@/ui/save";
import { Segments } from "@/ui/Tabs";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space, type ColorRole } from "@/ui/tokens";

import { hasEnded, useJobLines, type JobDetail, type LogLine, type Severity } from "./queries";

const RANKS: readonly Severity[] = ["debug", "info", "warning", "error"];
const INK: Record<Severity, ColorRole> = {
  debug: "faint",
  info: "text",
  warning: "warn",
  error: "bad",
};
const MOST_SHOWN = 500;

/** What a job says, as it says it. */
export function JobLog({ job }: { job: JobDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const lines = useJobLines(job.id);
  const [least, setLeast] = useState<Severity>("info");
  const [isFollowing, setFollowing] = useState(!hasEnded(job));
  const scroller = useRef<ScrollView>(null);
  const all = (lines.data ?? []).filter(
    (line) => RANKS.indexOf(line.severity) >= RANKS.indexOf(least),
  );
  const shown = all.slice(-MOST_SHOWN);
  const latest = shown[shown.length - 1]?.id;
  useEffect(() => {
    if (isFollowing) scroller.current?.scrollToEnd({ animated: false });
  }, [isFollowing, latest]);
  const text = () => all.map(asText).join("\n") + "\n";
  const copy = async () => {
    await copyText(text());
    toast(t("jobs.copied"));
  };
  return (
    <Card
      flush
      title={t("jobs.log")}
      action={
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.xs }}>
          <IconButton
            label={t("jobs.follow")}
            icon={FollowIcon}
            selected={isFollowing}
            onPress={() => setFollowing(!isFollowing)}
          />
          <IconButton
            label={t("jobs.download")}
            icon={DownloadIcon}
            onPress={() => void saveText(`${job.kind}-${job.id}.log`, text())}
          />
          <IconButton label={t("jobs.copy")} icon={CopyIcon} onPress={() => void copy()} />
        </View>
      }
    >
      <View style={{ padding: space.md }}>
        <Segments
          label={t("jobs.least")}
          value={least}
          onChange={setLeast}
          choices={RANKS.map((key) => ({ key, label: t(`severity.${key}`) }))}
        />
      </View>
      <ScrollView
        ref={scroller}
        tabIndex={0}
        role="log"
        aria-label={t("jobs.log")}
        style={{ maxHeight: 420 }}
        contentContainerStyle={{
          paddingHorizontal: space.lg,
          paddingBottom: space.lg,
          gap: 2,
        }}
      >
        {all.length > shown.length && (
          <Text step="tiny" color="muted">
            {t("jobs.earlier", {
              count: all.length - shown.length,
              shown: format.number(all.length - shown.length),
            })}
          </Text>
        )}
        {shown.map((line) => (
          <View key={line.id} style={{ flexDirection: "row", gap: space.md }}>
            <Text mono step="tiny" color="muted" tabular>
              {format.clock(line.at)}
            </Text>
            <Text mono step="tiny" color={INK[line.severity]} selectable style={{ flex: 1 }}>
              {line.sentence}
            </Text>
          </View>
        ))}
        {lines.data && all.length === 0 && (
          <Text step="small" color="muted">
            {t("jobs.noLines")}
          </Text>
        )}
      </ScrollView>
    </Card>
  );
}

const asText = (line: LogLine): string => `${line.at} ${line.severity} ${line.sentence}`;
