import LanguageIcon from "lucide-react-native/icons/languages";
import ThemeIcon from "lucide-react-native/icons/sun-moon";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { usePreferences } from "@/state/preferences";
import { Select } from "@/ui/Select";
import { space } from "@/ui/tokens";

import { useChooseLanguage } from "./language";

/** Names of languages in themselves: who needs them may not read another. */
const LANGUAGES = { en: "English", tr: "Türkçe", fr: "Français" } as const;
const THEMES = ["system", "dark", "light"] as const;

export function useLookChoices() {
  const { t } = useWords();
  return {
    languages: [
      { key: "system" as const, label: t("look.systemLanguage") },
      ...(Object.keys(LANGUAGES) as (keyof typeof LANGUAGES)[]).map((key) => ({
        key,
        label: LANGUAGES[key],
      })),
    ],
    themes: THEMES.map((key) => ({ key, label: t(`look.${key}`) })),
  };
}

/** Language and theme, for who has not signed in yet. */
export function LookChoices() {
  const { t } = useWords();
  const { language, theme, prefer } = usePreferences();
  const choose = useChooseLanguage();
  const { languages, themes } = useLookChoices();
  return (
    <View
      style={{
        flexDirection: "row",
        flexWrap: "wrap",
        justifyContent: "center",
        gap: space.sm,
      }}
    >
      <Select
        bare
        icon={LanguageIcon}
        label={t("look.language")}
        choices={languages}
        value={language}
        onChange={choose}
      />
      <Select
        bare
        icon={ThemeIcon}
        label={t("look.theme")}
        choices={themes}
        value={theme}
        onChange={(value) => prefer({ theme: value })}
      />
    </View>
  );
}
