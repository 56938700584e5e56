import { renderHook } from "@testing-library/react";

import { useFormat } from "./format";
import { fillIn } from "./lacking";
import { i18n, languages, speak } from "./words";

const NAMES = ["PluralRules", "RelativeTimeFormat", "DisplayNames"] as const;
const own = Object.fromEntries(NAMES.map((name) => [name, Intl[name]]));
const COUNTS = [0, 1, 1.5, 2, 5, 21, 1_000_000, 2_000_000, 1_234_567];
const UNITS = ["minute", "hour", "day"] as const;

function asHermes(): void {
  for (const name of NAMES) delete (Intl as unknown as Record<string, unknown>)[name];
  fillIn();
}

afterEach(async () => {
  Object.assign(Intl, own);
  i18n.services.pluralResolver.clearCache();
  await speak("en");
});

const plurals = (language: string) => {
  const rules = new Intl.PluralRules(language);
  return [rules.resolvedOptions().pluralCategories, COUNTS.map((count) => rules.select(count))];
};

const distances = (language: string) => {
  const far = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const counts = [-29, -2, -1, 1, 2, 29];
  return [
    far.format(0, "second"),
    far.format(0, "day"),
    ...UNITS.flatMap((unit) => counts.map((count) => far.format(count, unit))),
  ];
};

test.each(languages)("%s is said on a phone as a browser says it", (language) => {
  const tongues = () => {
    const names = new Intl.DisplayNames(language, { type: "language" });
    return ["ja", "tr", "en", "zu"].map((tag) => names.of(tag));
  };
  const said = [plurals(language), distances(language), tongues()];

  asHermes();

  expect([plurals(language), distances(language), tongues()]).toEqual(said);
});

test("an engine that has its own keeps them", () => {
  fillIn();
  expect(Intl.PluralRules).toBe(own.PluralRules);
});

test("a phone counts none of a thing as French does", async () => {
  asHermes();
  i18n.services.pluralResolver.clearCache();
  await speak("fr");
  expect(i18n.t("problems.more.mistakes", { count: 0 })).toBe("et 0 autre");
});

test("a phone names a language that has a region, and one that nobody knows", () => {
  asHermes();
  const { tongue } = renderHook(useFormat).result.current;
  expect(["pt-BR", "fil", "not a tag"].map(tongue)).toEqual([
    "Portuguese (BR)",
    "fil",
    "not a tag",
  ]);
});
