import { useState } from "react";
import { ScrollView, View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge, type Tone } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { radius, space, type ColorRole } from "@/ui/tokens";

import type { Plan, PlannedFile } from "./queries";
import { usePublishWords } from "./words";

const TONES: Record<PlannedFile["deed"], Tone> = {
  create: "good",
  replace: "warn",
  remove: "bad",
  keep: "plain",
};
const INK: Record<string, ColorRole> = { "+": "good", "-": "bad", "@": "muted" };

/** What would be done to each file of a title; those that are right only where it is asked. */
export function PlanFiles({ plan }: { plan: Plan }) {
  const { t } = useWords();
  const words = usePublishWords();
  const [isAll, setAll] = useState(false);
  const shown = plan.files.filter(({ deed }) => isAll || deed !== "keep");
  return (
    <View style={{ gap: space.md }}>
      {shown.map((file) => (
        <File key={file.path} file={file} />
      ))}
      {plan.missed.map(({ type, number }) => (
        <Text key={`${type}${number}`} step="small" color="muted">
          {t("publish.missed", { what: words.type(type, number) })}
        </Text>
      ))}
      {plan.files.length > plan.writes && (
        <View style={{ alignItems: "flex-start" }}>
          <Button
            tone="quiet"
            label={t(isAll ? "publish.onlyWritten" : "publish.allFiles")}
            onPress={() => setAll(!isAll)}
          />
        </View>
      )}
    </View>
  );
}

function File({ file }: { file: PlannedFile }) {
  const { t } = useWords();
  const format = useFormat();
  const words = usePublishWords();
  const [isOpen, setOpen] = useState(false);
  const diff = file.diff ?? [];
  return (
    <View style={{ gap: space.xs }}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
        <Badge tone={TONES[file.deed]} label={t(`publish.deed.${file.deed}`)} />
        <Text step="small" weight="medium">
          {words.type(file.type, file.number)}
        </Text>
        <Text step="small" color="muted" tabular>
          {format.bytes(file.size_bytes)}
        </Text>
        {file.deed !== "keep" && (
          <Text step="small" color="muted">
            {words.why(file)}
          </Text>
        )}
      </View>
      <Text step="tiny" mono color="muted" selectable>
        {file.name}
      </Text>
      {diff.length > 0 && (
        <View style={{ alignItems: "flex-start" }}>
          <Button
            tone="quiet"
            label={t(isOpen ? "publish.hideDiff" : "publish.showDiff")}
            onPress={() => setOpen(!isOpen)}
          />
        </View>
      )}
      {isOpen && <Diff lines={diff} />}
    </View>
  );
}

/** Lines before and after; each says by its first sign, and not by its colour alone, which it is. */
function Diff({ lines }: { lines: readonly string[] }) {
  const styles = useStyles();
  return (
    <ScrollView horizontal tabIndex={0} style={styles.diff}>
      <View style={{ padding: space.md }}>
        {lines.map((line, at) => (
          <Text key={at} step="tiny" mono selectable color={INK[line[0] ?? ""] ?? "text"}>
            {line}
          </Text>
        ))}
      </View>
    </ScrollView>
  );
}

const useStyles = makeStyles((colors) => ({
  diff: {
    borderWidth: 1,
    borderColor: colors.line,
    borderRadius: radius.control,
    backgroundColor: colors.bg,
    maxHeight: 420,
  },
}));
