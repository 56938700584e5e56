import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Chip, ChipGroup } from "@/ui/Chip";
import { Dialog } from "@/ui/Dialog";

import { useFacetWords } from "./facet-words";
import { flags, manyOf, readFilter, toggled, type ManyOf, type TitleFilter } from "./filter";
import type { Facets } from "./queries";
import { RangeFilters } from "./RangeFilters";

const MOST = 24;

/** Every filter there is, with how many titles each of its values would leave. */
export function FilterDialog({
  isOpen,
  onClose,
  filter,
  facets,
  onChange,
}: {
  isOpen: boolean;
  onClose: () => void;
  filter: TitleFilter;
  facets: Facets | undefined;
  onChange: (filter: TitleFilter) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const total = format.number(facets?.total ?? 0);
  return (
    <Dialog
      title={t("library.filters")}
      isOpen={isOpen}
      onClose={onClose}
      width={720}
      foot={
        <>
          <Button
            tone="quiet"
            label={t("library.clear")}
            onPress={() => onChange(readFilter({}))}
          />
          <Button
            tone="primary"
            label={t("library.show", { count: facets?.total ?? 0, shown: total })}
            onPress={onClose}
          />
        </>
      }
    >
      {manyOf.map((name) => (
        <Group key={name} name={name} filter={filter} facets={facets} onChange={onChange} />
      ))}
      <RangeFilters filter={filter} facets={facets} onChange={onChange} />
      <Flags filter={filter} facets={facets} onChange={onChange} />
    </Dialog>
  );
}

export type GroupProps = {
  filter: TitleFilter;
  facets: Facets | undefined;
  onChange: (filter: TitleFilter) => void;
};

function Group({ name, filter, facets, onChange }: GroupProps & { name: ManyOf }) {
  const words = useFacetWords();
  const format = useFormat();
  const counted = facets?.facets[name] ?? {};
  const chosen = (filter[name] ?? []) as readonly string[];
  const values = Object.entries({
    ...Object.fromEntries(chosen.map((each) => [each, 0])),
    ...counted,
  })
    .sort(([, one], [, other]) => other - one)
    .slice(0, MOST);
  if (values.length < 2 && chosen.length === 0) return null;
  return (
    <ChipGroup label={words.name(name)}>
      {values.map(([value, count]) => (
        <Chip
          key={value}
          label={words.value(name, value)}
          count={format.number(count)}
          selected={chosen.includes(value)}
          onPress={() => onChange(toggled(filter, name, value))}
        />
      ))}
    </ChipGroup>
  );
}

function Flags({ filter, facets, onChange }: GroupProps) {
  const words = useFacetWords();
  const format = useFormat();
  const { t } = useWords();
  const offered = flags.flatMap((name) =>
    [true, false]
      .map((value) => ({ name, value, count: facets?.facets[name]?.[String(value)] ?? 0 }))
      .filter(({ value, count }) => count > 0 && (value || name === "monitored")),
  );
  return (
    <ChipGroup label={t("filter.attention")}>
      {offered.map(({ name, value, count }) => (
        <Chip
          key={`${name}${value}`}
          label={words.flag(name, value)}
          count={format.number(count)}
          selected={filter[name] === value}
          onPress={() =>
            onChange({ ...filter, [name]: filter[name] === value ? undefined : value })
          }
        />
      ))}
    </ChipGroup>
  );
}
