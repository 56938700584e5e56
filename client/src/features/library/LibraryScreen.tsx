import FilterIcon from "lucide-react-native/icons/list-filter";
import GridIcon from "lucide-react-native/icons/layout-grid";
import LibraryIcon from "lucide-react-native/icons/library";
import ScanIcon from "lucide-react-native/icons/refresh-cw";
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
import { PageHeader, useIsWide } from "@/ui/Page";
import { Select } from "@/ui/Select";
import { useTheme } from "@/ui/theme";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { VGrid, type VGridHandle } from "@/ui/VGrid";

import { BulkBar } from "./BulkBar";
import {
  chosenCount,
  readFilter,
  usualOrder,
  writeFilter,
  type Params,
  type Sort,
  type TitleFilter,
} from "./filter";
import { FilterChips } from "./FilterChips";
import { FilterDialog } from "./FilterDialog";
import { POSTER_WORDS, PosterCard, PosterPlace } from "./PosterCard";
import { useFacets, useLibraries, useScan, useTitles } from "./queries";
import { Scrubber } from "./Scrubber";
import { TitleRow } from "./TitleRow";

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
  const selection = useSelection();

  const change = (wanted: TitleFilter) => router.setParams(writeFilter(wanted) as never);
  const total = facets.data?.total ?? titles.loaded ?? 0;
  const scanAll = () => {
    const ids = libraries.data?.map(({ id }) => id) ?? [];
    scan.mutate(ids, { onSuccess: () => toast(t("library.scanQueued")) });
  };

  return (
    <View style={{ flex: 1, minWidth: 0 }}>
      <PageHeader
        title={t("nav.library")}
        count={facets.data && t("library.count", { count: total, shown: format.number(total) })}
        actions={
          <>
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
        </View>
      </PageHeader>
      {titles.error ? (
        <View style={{ padding: space.xl }}>
          <ProblemView problem={told(titles.error)} onRetry={titles.retry} />
        </View>
      ) : !titles.isLoading && total === 0 ? (
        <Nothing isNarrowed={chosenCount(filter) > 0} onClear={() => change(readFilter({}))} />
      ) : (
        <View style={{ flex: 1, flexDirection: "row" }}>
          <Titles
            key={`${view}${JSON.stringify(filter)}`}
            view={view}
            total={titles.isLoading ? 24 : total}
            titles={titles}
            filter={filter}
            handle={grid}
            selection={mayOperate ? selection : null}
          />
          {filter.sort === "title" && facets.data && total > 60 && (
            <Scrubber
              letters={facets.data.facets["letter"] ?? {}}
              isDescending={filter.order === "desc"}
              onJump={(index) => grid.current?.jumpTo(index)}
            />
          )}
        </View>
      )}
      {selection.ids.size > 0 && <BulkBar ids={[...selection.ids]} onDone={selection.clear} />}
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

type Selection = ReturnType<typeof useSelection>;

function useSelection() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const select = useCallback((id: string, isSelected: boolean) => {
    setIds((before) => {
      const after = new Set(before);
      if (isSelected) after.add(id);
      else after.delete(id);
      return after;
    });
  }, []);
  return { ids, select, clear: () => setIds(new Set()) };
}

function Titles({
  view,
  total,
  titles,
  filter,
  handle,
  selection,
}: {
  view: "grid" | "table";
  total: number;
  titles: ReturnType<typeof useTitles>;
  filter: TitleFilter;
  handle: React.Ref<VGridHandle>;
  selection: Selection | null;
}) {
  const { t } = useWords();
  const { row } = useTheme();
  const isWide = useIsWide();
  const isGrid = view === "grid";
  return (
    <VGrid
      label={t("library.titles")}
      handle={handle}
      count={total}
      minWidth={isGrid ? (isWide ? 148 : 104) : null}
      gap={isGrid ? (isWide ? 20 : 12) : 0}
      padding={isWide ? space.xl : space.lg}
      rowHeight={(cell) => (isGrid ? cell * 1.5 + POSTER_WORDS : row)}
      onVisible={titles.show}
      restoreKey={`${view}${JSON.stringify(filter)}`}
      renderCell={(index) => {
        const title = titles.titleAt(index);
        if (!title) return isGrid ? <PosterPlace /> : <View />;
        if (isGrid) return <PosterCard title={title} />;
        return (
          <TitleRow
            title={title}
            selected={selection?.ids.has(title.id) ?? false}
            onSelect={selection?.select ?? null}
          />
        );
      }}
    />
  );
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  const { t } = useWords();
  const router = useRouter();
  const isAdmin = useMay("admin");
  if (isNarrowed) {
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
  return (
    <Empty
      icon={LibraryIcon}
      title={t("library.empty")}
      action={
        isAdmin && (
          <Button
            tone="primary"
            label={t("library.add")}
            onPress={() => router.push("/welcome" as never)}
          />
        )
      }
    >
      {t("library.emptyHint")}
    </Empty>
  );
}
