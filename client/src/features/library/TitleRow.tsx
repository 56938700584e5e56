import { memo } from "react";
import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Link } from "@/ui/Link";
import { useIsWide } from "@/ui/Page";
import { Picture } from "@/ui/Picture";
import { Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { Checkbox } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { mainPicture } from "./PosterCard";
import type { TitleInList } from "./queries";

type RowProps = {
  title: TitleInList;
  selected: boolean;
  onSelect: ((id: string, selected: boolean) => void) | null;
};

/** A title as one line of a dense table. */
export const TitleRow = memo(function TitleRow({ title, selected, onSelect }: RowProps) {
  const styles = useStyles();
  const format = useFormat();
  const { row } = useTheme();
  const { t } = useWords();
  const isWide = useIsWide();
  return (
    <View style={[styles.row, selected && styles.selected]}>
      {onSelect && (
        <Checkbox
          value={selected}
          onChange={(value) => onSelect(title.id, value)}
          accessibleName={t("library.select", { title: title.title })}
        />
      )}
      <Link href={`/titles/${title.id}`} style={styles.link} hoverStyle={styles.hover}>
        <View
          style={{
            height: row - 10,
            aspectRatio: 2 / 3,
            borderRadius: 3,
            overflow: "hidden",
          }}
        >
          <Picture uri={mainPicture(title)} alt="" instead={<View style={styles.noPicture} />} />
        </View>
        <Text step="small" weight="medium" numberOfLines={1} style={{ flex: 3, minWidth: 0 }}>
          {title.title}
        </Text>
        <Text step="small" color="muted" tabular style={{ width: 52 }}>
          {title.year ?? "–"}
        </Text>
        {isWide && (
          <>
            <View style={{ width: 120 }}>
              {title.missing_since ? (
                <Badge tone="bad" label={t("title.missing")} />
              ) : (
                <Badge label={t(`state.${title.state}`)} />
              )}
            </View>
            <Text step="small" color="muted" tabular align="right" style={{ width: 90 }}>
              {title.runtime_minutes ? format.span(title.runtime_minutes * 60) : "–"}
            </Text>
            <Text step="small" color="muted" tabular align="right" style={{ width: 120 }}>
              {format.date(title.added_at)}
            </Text>
          </>
        )}
        <Text step="small" color="muted" tabular align="right" style={{ width: 76 }}>
          {format.bytes(title.size_bytes ?? 0)}
        </Text>
      </Link>
    </View>
  );
});

const useStyles = makeStyles((colors) => ({
  row: {
    flex: 1,
    minWidth: 0,
    flexDirection: "row",
    alignItems: "center",
    gap: space.sm,
    borderBottomWidth: 1,
    borderBottomColor: colors.line,
  },
  selected: { backgroundColor: colors.accentSoft },
  link: {
    flex: 1,
    minWidth: 0,
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    height: "100%",
  },
  hover: { backgroundColor: colors.overlay },
  noPicture: { flex: 1, backgroundColor: colors.overlay },
}));
