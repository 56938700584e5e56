import { useState } from "react";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Chip, ChipGroup } from "@/ui/Chip";

import { useFacetWords } from "./facet-words";
import { ranges, type TitleFilter } from "./filter";
import type { GroupProps } from "./FilterDialog";
import { daysAgo, decades, GIGABYTE, isWithin, newFor, sizes } from "./ranges";

/** Decades, sizes and how new titles are: of each one may be chosen. */
export function RangeFilters({ filter, facets, onChange }: GroupProps) {
  const { t } = useWords();
  const format = useFormat();
  const words = useFacetWords();
  const [now] = useState(() => Date.now());
  const inBytes = (gigabytes: number | null) =>
    gigabytes === null ? undefined : gigabytes * GIGABYTE;
  const toggle = (range: keyof typeof ranges, wanted: Partial<TitleFilter>) =>
    onChange({ ...filter, ...(isWithin(filter, wanted) ? ranges[range] : wanted) });
  return (
    <>
      <ChipGroup label={t("filter.years")}>
        {decades(facets?.facets["year"] ?? {}).map(({ from, to, count }) => {
          const wanted = { year_from: from, year_to: to };
          return (
            <Chip
              key={from}
              label={words.range("years", wanted)}
              count={format.number(count)}
              selected={isWithin(filter, wanted)}
              onPress={() => toggle("years", wanted)}
            />
          );
        })}
      </ChipGroup>
      <ChipGroup label={t("filter.size")}>
        {sizes.map(({ from, to }) => {
          const wanted = { size_from: inBytes(from), size_to: inBytes(to) };
          return (
            <Chip
              key={from ?? 0}
              label={words.range("size", wanted)}
              selected={isWithin(filter, wanted)}
              onPress={() => toggle("size", wanted)}
            />
          );
        })}
      </ChipGroup>
      <ChipGroup label={t("filter.added")}>
        {newFor.map((days) => {
          const wanted = { added_since: daysAgo(days, now) };
          return (
            <Chip
              key={days}
              label={t("filter.lastDays", { count: days })}
              selected={isWithin(filter, wanted)}
              onPress={() => toggle("added", wanted)}
            />
          );
        })}
      </ChipGroup>
    </>
  );
}
