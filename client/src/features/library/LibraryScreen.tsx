import AscendingIcon from "lucide-react-native/icons/arrow-up-narrow-wide";
import DescendingIcon from "lucide-react-native/icons/arrow-down-wide-narrow";
import FilterIcon from "lucide-react-native/icons/list-filter";
import GridIcon from "lucide-react-native/icons/layout-grid";
import ScanIcon from "lucide-react-native/icons/refresh-cw";
import SelectIcon from "lucide-react-native/icons/square-check";
import TableIcon from "lucide-react-native/icons/rows-3";
import SearchXIcon from "lucide-react-native/icons/search-x";
import { useLocalSearchParams, useRouter } from "expo-router";
import { useCallback, useMemo, useRef, useState } from "react";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Button, IconButton } from "@/ui/Button";
import { Empty, ProblemView } from "@/ui/Feedback";
import { PageHeader } from "@/ui/Page";
import { Select } from "@/ui/Select";
import { useTheme } from "@/ui/theme";
import { space } from "@/ui/tokens";
import { VGrid, type VGridHandle } from "@/ui/VGrid";
import { useIsWide } from "@/ui/wide";

import { BulkBar } from "./BulkBar";
import {
  chosenCount,
  readFilter,
  reversed,
  usualOrder,
  writeFilter,
  type Params,
  type Sort,
  type TitleFilter,
} from "./filter";
import { FilterChips } from "./FilterChips";
import { FilterDialog } from "./FilterDialog";
import { NoTitles } from "./NoTitles";
import { POSTER_WORDS, PosterCard, PosterPlace } from "./PosterCard";
import { useFacets, useLibraries, useScan, useTitles, type Facets } from "./queries";
import { yearPlaces } from "./ranges";
import { groups, MOST, SCRUBBER, Scrubber } from "./Scrubber";
import { isSelected, readSelection, toggledIn, writeSelection, type Selection } from "./selection";
import { TitleHead, TitleRow } from "./TitleRow";
import { ViewsMenu } from "./ViewsMenu";

/** So many titles are seen at a glance, and need no edge to jump along. */
const FEW = 60;
const SORTS: readonly Sort[] = ["title", "year", "added", "size"];

/** Every film and series: as posters or as a table, narrowed by chips, as the address says. */
export function LibraryScreen() {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const isWide = useIsWide();
  const params = useLocalSearchParams() as Params;
  const written = JSON.stringify(params);
  const filter = useMemo(() => readFilter(JSON.parse(written) as Params), [written]);
  const view = usePreferences((preferences) => preferences.view);
  const prefer = usePreferences((preferences) => preferences.prefer);
  const [isChoosing, setChoosing] = useState(false);
  const grid = useRef<VGridHandle>(null);
  const titles = useTitles(filter);
  const facets = useFacets(filter);
  const libraries = useLibraries();
  const scan = useScan();
  const mayOperate = useMay("operator");
  const selection = readSelection(params["selected"] as string | undefined);

  const change = (wanted: TitleFilter) =>
    router.setParams({ ...writeFilter(wanted), selected: undefined } as never);
  const select = useCallback(
    (wanted: Selection) => router.setParams({ selected: writeSelection(wanted) } as never),
    [router],
  );
  const total = facets.data?.total ?? titles.loaded ?? 0;
  const scanAll = () => scan.mutate(libraries.data?.map(({ id }) => id) ?? []);

  return (
    <View style={{ flex: 1, minWidth: 0 }}>
      <PageHeader
        title={t("nav.library")}
        count={facets.data && t("library.count", { count: total, shown: format.number(total) })}
        actions={
          <>
            {mayOperate && (
              <IconButton
                label={t("library.selectSome")}
                icon={SelectIcon}
                selected={selection.mode !== "none"}
                onPress={() =>
                  select(selection.mode === "none" ? { mode: "some", ids: [] } : { mode: "none" })
                }
              />
            )}
            <ViewsMenu filter={filter} onChange={change} />
            <IconButton
              label={t(view === "grid" ? "library.asTable" : "library.asGrid")}
              icon={view === "grid" ? TableIcon : GridIcon}
              onPress={() => prefer({ view: view === "grid" ? "table" : "grid" })}
            />
            {mayOperate &&
              (isWide ? (
                <Button
                  label={t("library.scan")}
                  icon={ScanIcon}
                  busy={scan.isPending}
                  onPress={scanAll}
                />
              ) : (
                <IconButton label={t("library.scan")} icon={ScanIcon} onPress={scanAll} />
              ))}
          </>
        }
      >
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
          <View style={{ flex: 1, minWidth: 0 }}>
            <FilterChips
              filter={filter}
              facets={facets.data}
              onChange={change}
              onMore={() => setChoosing(true)}
            />
          </View>
          <Select
            bare
            label={t("library.sort")}
            value={filter.sort ?? "title"}
            choices={SORTS.map((key) => ({ key, label: t(`sort.${key}`) }))}
            onChange={(sort) => change({ ...filter, sort, order: usualOrder[sort] })}
          />
          <IconButton
            label={t("library.reverse")}
            icon={filter.order === "desc" ? DescendingIcon : AscendingIcon}
            onPress={() => change(reversed(filter))}
          />
        </View>
      </PageHeader>
      {titles.error ? (
        <View style={{ padding: space.xl }}>
          <ProblemView problem={told(titles.error)} onRetry={titles.retry} />
        </View>
      ) : !titles.isPending && total === 0 ? (
        <Nothing
          isNarrowed={chosenCount(filter) > 0}
          hasLibrary={libraries.data?.length !== 0}
          onClear={() => change(readFilter({}))}
        />
      ) : (
        <View style={{ flex: 1, flexDirection: "row" }}>
          <Titles
            key={`${view}${JSON.stringify(filter)}`}
            view={view}
            total={titles.isPending ? 24 : total}
            titles={titles}
            filter={filter}
            handle={grid}
            selection={selection}
            onSelect={mayOperate ? select : null}
            onChange={change}
          />
          {facets.data && total > FEW && (
            <Jumps
              filter={filter}
              facets={facets.data}
              onJump={(index) => grid.current?.jumpTo(index)}
            />
          )}
          {!facets.data && total > FEW && <View style={{ width: SCRUBBER }} />}
        </View>
      )}
      {selection.mode !== "none" && mayOperate && (
        <BulkBar selection={selection} filter={filter} total={total} onSelect={select} />
      )}
      <FilterDialog
        isOpen={isChoosing}
        onClose={() => setChoosing(false)}
        filter={filter}
        facets={facets.data}
        onChange={change}
      />
    </View>
  );
}

/** The edge along which one jumps: letters in the order of titles, years in that of years. */
function Jumps({
  filter,
  facets: { facets, total },
  onJump,
}: {
  filter: TitleFilter;
  facets: Facets;
  onJump: (index: number) => void;
}) {
  const { t } = useWords();
  const isDescending = filter.order === "desc";
  if (filter.sort === "year") {
    const places = yearPlaces(facets["year"] ?? {}, total, isDescending, MOST).map(
      ({ year, isDecade, index }) => ({
        name: isDecade ? t("library.decade", { year }) : String(year),
        index,
      }),
    );
    return <Scrubber label={t("library.years")} places={places} onJump={onJump} />;
  }
  if (filter.sort !== "title") return null;
  const places = groups(facets["letter"] ?? {}, isDescending).map(({ letter, index }) => ({
    name: letter,
    index,
  }));
  return <Scrubber label={t("library.letters")} places={places} onJump={onJump} />;
}

function Titles({
  view,
  total,
  titles,
  filter,
  handle,
  selection,
  onSelect,
  onChange,
}: {
  view: "grid" | "table";
  total: number;
  titles: ReturnType<typeof useTitles>;
  filter: TitleFilter;
  handle: React.Ref<VGridHandle>;
  selection: Selection;
  onSelect: ((selection: Selection) => void) | null;
  onChange: (filter: TitleFilter) => void;
}) {
  const { t } = useWords();
  const { row } = useTheme();
  const isWide = useIsWide();
  const isGrid = view === "grid";
  const toggle = onSelect && ((id: string) => onSelect(toggledIn(selection, id)));
  return (
    <VGrid
      label={t("library.titles")}
      handle={handle}
      count={total}
      minWidth={isGrid ? (isWide ? 148 : 104) : null}
      gap={isGrid ? (isWide ? 20 : 12) : 0}
      padding={isWide ? space.xl : space.lg}
      head={
        !isGrid && <TitleHead filter={filter} onChange={onChange} isSelectable={toggle !== null} />
      }
      rowHeight={(cell) => (isGrid ? cell * 1.5 + POSTER_WORDS : row)}
      onVisible={titles.show}
      restoreKey={`${view}${JSON.stringify(filter)}`}
      renderCell={(index) => {
        const title = titles.titleAt(index);
        if (!title) return isGrid ? <PosterPlace /> : <View />;
        const selected = isSelected(selection, title.id);
        if (!isGrid) return <TitleRow title={title} selected={selected} onSelect={toggle} />;
        if (selection.mode === "none" || !toggle) return <PosterCard title={title} />;
        return <PosterCard title={title} selected={selected} onSelect={toggle} />;
      }}
    />
  );
}

function Nothing({
  isNarrowed,
  hasLibrary,
  onClear,
}: {
  isNarrowed: boolean;
  hasLibrary: boolean;
  onClear: () => void;
}) {
  const { t } = useWords();
  if (!isNarrowed) return <NoTitles hasLibrary={hasLibrary} />;
  return (
    <Empty
      icon={SearchXIcon}
      title={t("library.nothingFits")}
      action={<Button label={t("library.clear")} icon={FilterIcon} onPress={onClear} />}
    >
      {t("library.nothingFitsHint")}
    </Empty>
  );
}
