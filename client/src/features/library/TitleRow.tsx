import UpIcon from "lucide-react-native/icons/chevron-up";
import DownIcon from "lucide-react-native/icons/chevron-down";
import { memo } from "react";
import { Pressable, View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";
import { Link } from "@/ui/Link";
import { Picture } from "@/ui/Picture";
import { Text } from "@/ui/Text";
import { makeStyles, useTheme } from "@/ui/theme";
import { Checkbox } from "@/ui/Toggles";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { reversed, usualOrder, type Sort, type TitleFilter } from "./filter";
import { mainPicture } from "./PosterCard";
import type { TitleInList } from "./queries";

type RowProps = {
  title: TitleInList;
  selected: boolean;
  onSelect: ((id: string) => void) | null;
};

/** How wide a checkbox is. */
const BOX = 18;
const WIDTHS = { year: 60, state: 120, runtime: 90, added: 120, size: 84 };

/** What stands in which column; what the titles can be sorted by is pressed for it, and again for the reverse. */
export function TitleHead({
  filter,
  onChange,
  isSelectable,
}: {
  filter: TitleFilter;
  onChange: (filter: TitleFilter) => void;
  isSelectable: boolean;
}) {
  const styles = useStyles();
  const { t } = useWords();
  const { row } = useTheme();
  const isWide = useIsWide();
  const sorting = { filter, onChange };
  return (
    <View style={[styles.row, styles.head]}>
      {isSelectable && <View style={{ width: BOX }} />}
      <View style={styles.link}>
        <View style={{ width: ((row - 10) * 2) / 3 }} />
        <View style={{ flex: 3, alignItems: "flex-start" }}>
          <SortBy sort="title" {...sorting} />
        </View>
        <View style={{ width: WIDTHS.year, alignItems: "flex-start" }}>
          <SortBy sort="year" {...sorting} />
        </View>
        {isWide && (
          <>
            <Text step="tiny" weight="medium" color="muted" style={{ width: WIDTHS.state }}>
              {t("library.state")}
            </Text>
            <Text
              step="tiny"
              weight="medium"
              color="muted"
              align="right"
              style={{ width: WIDTHS.runtime }}
            >
              {t("library.runtime")}
            </Text>
            <View style={{ width: WIDTHS.added, alignItems: "flex-end" }}>
              <SortBy sort="added" {...sorting} />
            </View>
          </>
        )}
        <View style={{ width: WIDTHS.size, alignItems: "flex-end" }}>
          <SortBy sort="size" {...sorting} />
        </View>
      </View>
    </View>
  );
}

function SortBy({
  sort,
  filter,
  onChange,
}: {
  sort: Sort;
  filter: TitleFilter;
  onChange: (filter: TitleFilter) => void;
}) {
  const { t } = useWords();
  const isOn = (filter.sort ?? "title") === sort;
  const isDescending = filter.order === "desc";
  const press = () =>
    onChange(isOn ? reversed(filter) : { ...filter, sort, order: usualOrder[sort] });
  const order = isOn && t(isDescending ? "library.descending" : "library.ascending");
  return (
    <Pressable
      role="button"
      aria-label={[`${t("library.sort")}: ${t(`sort.${sort}`)}`, order].filter(Boolean).join(", ")}
      onPress={press}
      hitSlop={8}
      style={{ flexDirection: "row", alignItems: "center", gap: 2, minHeight: 28 }}
    >
      <Text step="tiny" weight="medium" color={isOn ? "text" : "muted"}>
        {t(`sort.${sort}`)}
      </Text>
      {isOn && <Icon shape={isDescending ? DownIcon : UpIcon} color="text" size={14} />}
    </Pressable>
  );
}

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
          onChange={() => onSelect(title.id)}
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
        <Text step="small" color="muted" tabular style={{ width: WIDTHS.year }}>
          {title.year ?? "–"}
        </Text>
        {isWide && (
          <>
            <View style={{ width: WIDTHS.state }}>
              {title.missing_since ? (
                <Badge tone="bad" label={t("title.missing")} />
              ) : (
                <Badge label={t(`state.${title.state}`)} />
              )}
            </View>
            <Text
              step="small"
              color="muted"
              tabular
              align="right"
              style={{ width: WIDTHS.runtime }}
            >
              {title.runtime_minutes ? format.span(title.runtime_minutes * 60) : "–"}
            </Text>
            <Text step="small" color="muted" tabular align="right" style={{ width: WIDTHS.added }}>
              {format.date(title.added_at)}
            </Text>
          </>
        )}
        <Text step="small" color="muted" tabular align="right" style={{ width: WIDTHS.size }}>
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
  head: { backgroundColor: colors.bg },
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
