import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Select } from "@/ui/Select";
import { space } from "@/ui/tokens";

import type { Narrowed } from "./queries";
import { languageWords, providerWords } from "./words";

type Counts = readonly { value: string; count: number }[];
const ANY = "";
const WIDTHS = ["1000", "1920", "2000", "3840"] as const;

/** Narrows candidates by language, provider and size; each choice says how many it leaves. */
export function CandidateFilter({
  languages,
  providers,
  value,
  onChange,
}: {
  languages: Counts;
  providers: Counts;
  value: Narrowed;
  onChange: (value: Narrowed) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const counted = (counts: Counts, words: (each: string) => string) =>
    counts.map((each) => ({
      key: each.value,
      label: words(each.value),
      detail: format.number(each.count),
    }));
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
      <Select
        label={t("pictures.language")}
        value={value.language ?? ANY}
        choices={[
          { key: ANY, label: t("pictures.anyLanguage") },
          ...counted(languages, (each) => languageWords(each, t, format.tongue)),
        ]}
        onChange={(language) => onChange({ ...value, language: language || undefined })}
      />
      <Select
        label={t("pictures.provider")}
        value={value.provider ?? ANY}
        choices={[
          { key: ANY, label: t("pictures.anyProvider") },
          ...counted(providers, (each) => providerWords(each, t)),
        ]}
        onChange={(provider) => onChange({ ...value, provider: provider || undefined })}
      />
      <Select
        label={t("pictures.size")}
        value={value.width_from?.toString() ?? ANY}
        choices={[
          { key: ANY, label: t("pictures.anySize") },
          ...WIDTHS.map((width) => ({
            key: width as string,
            label: t("pictures.widthFrom", { width: format.number(Number(width)) }),
          })),
        ]}
        onChange={(width) => onChange({ ...value, width_from: width ? Number(width) : undefined })}
      />
    </View>
  );
}
