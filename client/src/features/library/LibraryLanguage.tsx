import { useTongues } from "@/i18n/tongues";
import { useWords } from "@/i18n/words";
import { Combobox } from "@/ui/Combobox";
import { Field } from "@/ui/Field";

/** The language of a library's titles; empty where it has none of its own. */
export function LibraryLanguage({
  value,
  onChange,
}: {
  value: string;
  onChange: (language: string) => void;
}) {
  const { t } = useWords();
  const tongues = useTongues();
  const known = tongues.some(({ key }) => key === value) || value === "" ? [] : [value];
  return (
    <Field label={t("addLibrary.language")} help={t("addLibrary.languageHint")}>
      <Combobox
        label={t("addLibrary.language")}
        value={value}
        onChange={onChange}
        choices={[
          { key: "", label: t("addLibrary.noLanguage") },
          ...known.map((key) => ({ key, label: key })),
          ...tongues,
        ]}
      />
    </Field>
  );
}
