import { getLocales } from "expo-localization";
import { createInstance } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

import "./engine"; // before anything is said
import en from "./locales/en.json";

export const languages = ["en", "tr", "fr"] as const;
export type Language = (typeof languages)[number];

const isKnown = (code: string): code is Language => (languages as readonly string[]).includes(code);

/** The first of the user's languages that we speak. */
export function systemLanguage(): Language {
  const codes = getLocales().map((each) => each.languageCode ?? "");
  return codes.find(isKnown) ?? "en";
}

/** The language that is spoken where this one is preferred. */
export const spokenBy = (preferred: Language | "system"): Language =>
  preferred === "system" ? systemLanguage() : preferred;

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: "en",
  fallbackLng: "en",
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

const wordsOf: Record<Language, () => Promise<{ default: object }>> = {
  en: async () => ({ default: en }),
  tr: () => import("./locales/tr.json"),
  fr: () => import("./locales/fr.json"),
};

/**
 * Changes to a language, whose words are fetched when it is spoken first.
 *
 * @throws whatever fetching throws; then all stays in the language that was spoken.
 */
export async function speak(language: Language | "system"): Promise<void> {
  const chosen = spokenBy(language);
  if (!i18n.hasResourceBundle(chosen, "translation")) {
    i18n.addResourceBundle(chosen, "translation", (await wordsOf[chosen]()).default);
  }
  if (i18n.language !== chosen) await i18n.changeLanguage(chosen);
  if (typeof document !== "undefined") document.documentElement.lang = chosen;
}

/** Words in the user's language; whatever uses them is drawn anew when the language changes. */
export function useWords() {
  const { t, i18n: spoken } = useTranslation(undefined, { i18n });
  return { t, language: spoken.language as Language };
}

export type Words = ReturnType<typeof useWords>["t"];
