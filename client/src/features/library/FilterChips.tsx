import PlusIcon from "lucide-react-native/icons/plus";
import { ScrollView } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Chip } from "@/ui/Chip";
import { space } from "@/ui/tokens";

import { useFacetWords } from "./facet-words";
import {
  chosenCount,
  flags,
  manyOf,
  ranges,
  rangesIn,
  readFilter,
  toggled,
  type TitleFilter,
} from "./filter";
import type { Facets } from "./queries";

/** What narrows the list, each with a cross, after the few filters that are asked for most. */
export function FilterChips({
  filter,
  facets,
  onChange,
  onMore,
}: {
  filter: TitleFilter;
  facets: Facets | undefined;
  onChange: (filter: TitleFilter) => void;
  onMore: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const words = useFacetWords();
  const counted = facets?.facets ?? {};
  const isNarrowed = chosenCount(filter) > 0;
  const wrong = counted["default_audio"]?.["wrong"] ?? 0;
  const faults = counted["has_faults"]?.["true"] ?? 0;
  const unpublished = counted["unpublished"]?.["true"] ?? 0;
  const remove = (what: string) => t("library.removeFilter", { what });
  return (
    <ScrollView
      horizontal
      showsHorizontalScrollIndicator={false}
      contentContainerStyle={{ gap: space.sm, alignItems: "center", paddingVertical: 3 }}
    >
      <Chip
        label={t("library.all")}
        selected={!isNarrowed}
        onPress={() => onChange({ ...readFilter({}), sort: filter.sort, order: filter.order })}
      />
      {manyOf.flatMap((name) =>
        (filter[name] ?? []).map((value) => (
          <Chip
            key={`${name}${value}`}
            selected
            label={words.value(name, value)}
            removeLabel={remove(words.value(name, value))}
            onRemove={() => onChange(toggled(filter, name, value))}
          />
        )),
      )}
      {flags.flatMap((name) => {
        const said = filter[name];
        if (said == null) return [];
        const label = words.flag(name, said);
        const off = () => onChange({ ...filter, [name]: undefined });
        return [
          <Chip key={name} selected label={label} removeLabel={remove(label)} onRemove={off} />,
        ];
      })}
      {rangesIn(filter).map((range) => {
        const label = words.range(range, filter);
        return (
          <Chip
            key={range}
            selected
            label={label}
            removeLabel={remove(label)}
            onRemove={() => onChange({ ...filter, ...ranges[range] })}
          />
        );
      })}
      {filter.kind === undefined &&
        (["movie", "series"] as const).map((kind) => (
          <Chip
            key={kind}
            label={t(`kinds.${kind}`)}
            count={facets && format.number(counted["kind"]?.[kind] ?? 0)}
            onPress={() => onChange(toggled(filter, "kind", kind))}
          />
        ))}
      {filter.resolution === undefined && (counted["resolution"]?.["2160p"] ?? 0) > 0 && (
        <Chip
          label="4K"
          count={format.number(counted["resolution"]?.["2160p"] ?? 0)}
          onPress={() => onChange(toggled(filter, "resolution", "2160p"))}
        />
      )}
      {filter.default_audio === undefined && wrong > 0 && (
        <Chip
          label={words.value("default_audio", "wrong")}
          count={format.number(wrong)}
          onPress={() => onChange(toggled(filter, "default_audio", "wrong"))}
        />
      )}
      {filter.has_faults == null && faults > 0 && (
        <Chip
          label={words.flag("has_faults", true)}
          count={format.number(faults)}
          onPress={() => onChange({ ...filter, has_faults: true })}
        />
      )}
      {filter.unpublished == null && unpublished > 0 && (
        <Chip
          label={words.flag("unpublished", true)}
          count={format.number(unpublished)}
          onPress={() => onChange({ ...filter, unpublished: true })}
        />
      )}
      <Chip label={t("library.filter")} icon={PlusIcon} onPress={onMore} />
    </ScrollView>
  );
}
