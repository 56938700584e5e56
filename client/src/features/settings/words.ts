import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";

import { asTyped, type Described } from "./field";
import type { Section } from "./queries";

/** Names and explains settings in the user's language; what has no words is told in the server's. */
export function useSettingWords() {
  const { t } = useWords();
  const format = useFormat();
  const keyOf = (section: string, field: string) => `${section}_${field}` as "jobs_at_once";
  return {
    section: ({ name, title, help }: Pick<Section, "name" | "title" | "help">) => ({
      title: t(`sectionName.${name as "jobs"}`, { defaultValue: title }),
      help: t(`sectionHelp.${name as "jobs"}`, { defaultValue: help }),
    }),
    field: (section: string, { name, title, help, unit }: Described) => ({
      title: t(`settingName.${keyOf(section, name)}`, { defaultValue: title }),
      help: t(`settingHelp.${keyOf(section, name)}`, { defaultValue: help }),
      unit: unit && t(`settingUnit.${unit}`),
    }),
    choice: (section: string, field: string, value: string) =>
      t(`settingChoice.${section}_${field}_${value}` as "settingChoice.changes_hard_links_skip", {
        defaultValue: value,
      }),
    name: (section: string, field: string) =>
      t(`settingName.${keyOf(section, field)}`, { defaultValue: `${section}.${field}` }),
    value: (value: unknown): string => {
      if (typeof value === "boolean") return t(value ? "settings.on" : "settings.off");
      if (typeof value === "number") return format.number(value, 2);
      if (value === null || value === "") return t("settings.nothing");
      return asTyped(value) || t("settings.nothing");
    },
  };
}
