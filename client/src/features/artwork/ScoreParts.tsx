import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { space } from "@/ui/tokens";

import type { Score } from "./queries";
import { partWords } from "./words";

/** A score with its parts: how much of each it has, and why. */
export function ScoreParts({ score }: { score: Score }) {
  const styles = useStyles();
  const { t } = useWords();
  const format = useFormat();
  const { colors } = useTheme();
  const most = score.parts.reduce((sum, part) => sum + part.most, 0);
  return (
    <View style={{ gap: space.sm }}>
      <Text weight="medium" tabular>
        {t("pictures.points", {
          points: format.number(score.points, 1),
          most: format.number(most),
        })}
      </Text>
      {score.parts.map((part) => (
        <View key={part.name} style={{ gap: 3 }}>
          <View style={styles.line}>
            <Text step="small" style={{ flex: 1 }}>
              {t(`pictures.part_${part.name as "votes"}`)}
            </Text>
            <Text step="small" color="muted" tabular>
              {format.number(part.points, 1)} / {format.number(part.most)}
            </Text>
          </View>
          <View aria-hidden style={styles.bar}>
            <View
              style={{
                height: 4,
                borderRadius: 2,
                width: `${part.most ? (100 * part.points) / part.most : 0}%`,
                backgroundColor: colors.accent,
              }}
            />
          </View>
          <Text step="tiny" color="muted">
            {partWords(part, t, format)}
          </Text>
        </View>
      ))}
    </View>
  );
}

const useStyles = makeStyles((colors) => ({
  line: { flexDirection: "row", gap: space.sm },
  bar: { height: 4, borderRadius: 2, backgroundColor: colors.line },
}));
