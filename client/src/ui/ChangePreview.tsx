import AlertIcon from "lucide-react-native/icons/circle-alert";
import ArrowIcon from "lucide-react-native/icons/arrow-right";
import SafeIcon from "lucide-react-native/icons/undo-2";
import type { ReactNode } from "react";
import { View } from "react-native";

import { useWords } from "@/i18n/words";

import { Reason, type Told } from "./Feedback";
import { Icon } from "./Icon";
import { Rows } from "./Rows";
import { Text } from "./Text";
import { makeStyles } from "./theme";
import { Checkbox } from "./Toggles";
import { radius, space } from "./tokens";

/** One thing about a file that becomes another, in words. */
export type Became = { what: string; before: string; after: string };

export type PreviewedFile = {
  key: string;
  name: string;
  place?: string;
  became: readonly Became[];
  reason?: string;
  /** Why it would be left alone, or was. */
  refusal?: Pick<Told, "sentence" | "hint">;
  signs?: ReactNode;
  action?: ReactNode;
};

/**
 * What would be written into files, or was: each before and after, and why; then what can be undone.
 *
 * With `onChoose` each file has a box to tick. `lasting` says what could not be taken back.
 */
export function ChangePreview({
  files,
  total,
  lasting,
  chosen,
  onChoose,
}: {
  files: readonly PreviewedFile[];
  total?: string;
  lasting?: string | null;
  chosen?: ReadonlySet<string>;
  onChoose?: (key: string) => void;
}) {
  const styles = useStyles();
  const { t } = useWords();
  return (
    <View>
      <Rows>
        {files.map((file) => (
          <View key={file.key} style={styles.file}>
            {onChoose && (
              <Checkbox
                accessibleName={file.name}
                value={chosen?.has(file.key) ?? false}
                onChange={() => onChoose(file.key)}
              />
            )}
            <FileWords file={file} />
            {file.action}
          </View>
        ))}
      </Rows>
      {(total !== undefined || lasting !== undefined) && (
        <View style={styles.foot}>
          {total !== undefined && (
            <Text step="small" weight="medium" tabular style={{ flexShrink: 1 }}>
              {total}
            </Text>
          )}
          {lasting !== undefined && (
            <View style={styles.line}>
              <Icon
                shape={lasting ? AlertIcon : SafeIcon}
                size={14}
                color={lasting ? "warn" : "good"}
              />
              <Text step="small" color="muted" style={{ flexShrink: 1 }}>
                {lasting ?? t("preview.undoable")}
              </Text>
            </View>
          )}
        </View>
      )}
    </View>
  );
}

function FileWords({ file }: { file: PreviewedFile }) {
  const styles = useStyles();
  return (
    <View style={styles.words}>
      <View style={styles.line}>
        <Text mono step="small" weight="medium" style={{ flexShrink: 1 }} selectable>
          {file.name}
        </Text>
        {file.signs}
      </View>
      {file.place && (
        <Text step="tiny" color="muted" numberOfLines={1} ellipsizeMode="head">
          {file.place}
        </Text>
      )}
      {file.became.map((each) => (
        <BeforeAndAfter key={each.what} {...each} />
      ))}
      {file.refusal && (
        <View style={styles.refusal}>
          <Icon shape={AlertIcon} color="warn" />
          <Text step="small" style={{ flexShrink: 1 }}>
            {[file.refusal.sentence, file.refusal.hint].filter(Boolean).join(" ")}
          </Text>
        </View>
      )}
      {file.reason && <Reason>{file.reason}</Reason>}
    </View>
  );
}

function BeforeAndAfter({ what, before, after }: Became) {
  const styles = useStyles();
  return (
    <View role="group" aria-label={what} style={styles.became}>
      <Text step="small" color="muted" style={styles.what}>
        {what}
      </Text>
      <View style={styles.pair}>
        <View style={styles.before}>
          <Text step="small" color="muted">
            {before}
          </Text>
        </View>
        <Icon shape={ArrowIcon} size={14} />
        <View style={styles.after}>
          <Text step="small" weight="medium">
            {after}
          </Text>
        </View>
      </View>
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  file: {
    flexDirection: "row",
    alignItems: "flex-start",
    gap: space.md,
    paddingHorizontal: space.lg,
    paddingVertical: space.md,
  },
  words: { flex: 1, minWidth: 0, gap: 6 },
  line: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: 6 },
  refusal: { flexDirection: "row", alignItems: "flex-start", gap: 6 },
  became: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", columnGap: space.md },
  what: { minWidth: 96 },
  pair: { flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: 6, flexShrink: 1 },
  before: {
    paddingHorizontal: 8,
    paddingVertical: 2,
    borderRadius: radius.control,
    backgroundColor: colors.overlay,
    borderWidth: 1,
    borderColor: colors.line,
  },
  after: {
    paddingHorizontal: 8,
    paddingVertical: 2,
    borderRadius: radius.control,
    backgroundColor: colors.accentSoft,
    borderWidth: 1,
    borderColor: colors.accent,
  },
  foot: {
    flexDirection: "row",
    flexWrap: "wrap",
    justifyContent: "space-between",
    gap: space.sm,
    paddingHorizontal: space.lg,
    paddingVertical: space.md,
    borderTopWidth: 1,
    borderTopColor: colors.line,
  },
}));
