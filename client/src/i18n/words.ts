import { getLocales } from "expo-localization";
import { createInstance } from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";

import en from "./locales/en.json";
import fr from "./locales/fr.json";
import tr from "./locales/tr.json";

export const languages = ["en", "tr", "fr"] as const;
export type Language = (typeof languages)[number];

const isKnown = (code: string): code is Language => (languages as readonly string[]).includes(code);

/** The first of the user's languages that we speak. */
export function systemLanguage(): Language {
  const codes = getLocales().map((each) => each.languageCode ?? "");
  return codes.find(isKnown) ?? "en";
}

export const i18n = createInstance();

void i18n.use(initReactI18next).init({
  lng: systemLanguage(),
  fallbackLng: "en",
  resources: { en: { translation: en }, tr: { translation: tr }, fr: { translation: fr } },
  interpolation: { escapeValue: false },
  returnNull: false,
});

export function speak(language: Language | "system"): void {
  const chosen = language === "system" ? systemLanguage() : language;
  if (i18n.language !== chosen) void i18n.changeLanguage(chosen);
  if (typeof document !== "undefined") document.documentElement.lang = chosen;
}

/** Words in the user's language; whatever uses them is drawn anew when the language changes. */
export function useWords() {
  const { t, i18n: spoken } = useTranslation(undefined, { i18n });
  return { t, language: spoken.language as Language };
}

export type Words = ReturnType<typeof useWords>["t"];
