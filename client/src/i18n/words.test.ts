/** @jest-environment node */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import en from "./locales/en.json";
import fr from "./locales/fr.json";
import tr from "./locales/tr.json";

const SOURCES = join(__dirname, "..");
const PLURAL = /(_ordinal)?_(zero|one|two|few|many|other)$/;

function flat(words: object, before = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([name, value]) =>
      typeof value === "string"
        ? [[before + name, value] as const]
        : [...flat(value as object, `${before}${name}.`)],
    ),
  );
}

const spoken = { en: flat(en), tr: flat(tr), fr: flat(fr) };
const keysOf = (words: Map<string, string>) =>
  new Set([...words.keys()].map((key) => key.replace(PLURAL, "")));

const sources = readdirSync(SOURCES, { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes(".test.") && !name.includes("generated"))
  .map((name) => ({ name, text: readFileSync(join(SOURCES, name), "utf8") }));

test.each(["tr", "fr"] as const)("%s says all that en says, and no more", (language) => {
  expect([...keysOf(spoken[language])].sort()).toEqual([...keysOf(spoken.en)].sort());
});

test.each(["tr", "fr"] as const)("%s fills the same facts into its sentences", (language) => {
  const facts = (text = "") => [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();
  const different = [...spoken.en].filter(([key, text]) => {
    const said = spoken[language].get(key);
    return !/_(zero|one|two|few)$/.test(key) && facts(said).join() !== facts(text).join();
  });
  expect(different).toEqual([]);
});

/** What there is at least one of, wherever it is said. */
const FROM_ONE =
  /^(filter\.lastDays|title\.versions|jobs\.lastDays|runs\.statistics|schedules\.(minutes|hours|sign))_one$/;

test("fr says none as none: its form for one is also that for nought", () => {
  const asOne = [...spoken.fr]
    .filter(([key, text]) => key.endsWith("_one") && !/{{(shown|count)}}/.test(text))
    .map(([key]) => key)
    .filter((key) => !FROM_ONE.test(key) && !spoken.fr.has(key.replace("_one", "_zero")));
  expect(asOne).toEqual([]);
});

/** How nobody is spoken to, and words that the glossary of docs/design.md has others for. */
const STRANGE = {
  fr: /\b(?:vous|vos|votre)\b|\b(?!assez|chez)[a-zé]{2,}ez\b|biblioth/i,
  tr: /\b(?:siz|sizin)\b|[ıiuü]n[ıiuü]z\b|kitapl[ıi][kğ]/i,
};

test.each(["tr", "fr"] as const)("%s speaks to one person, in the glossary's words", (language) => {
  const strange = [...spoken[language]].filter(([, text]) => STRANGE[language].test(text));
  expect(strange).toEqual([]);
});

test("tr tells one person what to do: seç, and not seçin", () => {
  const orders = [...spoken.tr].filter(([key]) => key.endsWith(".hint"));
  expect(orders.filter(([, text]) => /[ıiuü]n\.$/.test(text))).toEqual([]);
});

test("every word is used somewhere", () => {
  const text = sources.map((source) => source.text).join("\n");
  const isUsed = (key: string): boolean => {
    if (text.includes(`"${key}"`)) return true;
    if (/^(problems|notifications\.message)\./.test(key)) return true; // said by the server
    const parts = key.split(".");
    const last = parts.pop() ?? "";
    const stem = parts.join(".");
    const made = [
      ...text.matchAll(new RegExp(`\`${stem.replaceAll(".", "\\.")}\\.([^\`]*)\``, "g")),
    ];
    return made.some(([, pattern = ""]) => {
      const fitting = pattern
        .split(/\$\{(?:[^{}]|\{[^}]*\})*\}/)
        .map((each) => each.replace(/\W/g, "\\$&"));
      return new RegExp(`^${fitting.join(".+")}$`).test(last);
    });
  };
  const unused = [...keysOf(spoken.en)].filter((key) => !isUsed(key));
  expect(unused).toEqual([]);
});

test("no sentence stands in a screen", () => {
  const isShown =
    /(?:label|title|hint|placeholder|help)="([^"{]*[a-z]{3}[^"]*)"|>\s*([A-Z][a-z]+ [a-z][^<{]*)</g;
  const hard = sources
    .filter(({ name }) => name.startsWith("features") && !name.includes("gallery"))
    .flatMap(({ name, text }) => [...text.matchAll(isShown)].map(([all]) => `${name}: ${all}`))
    .filter((found) => !/http|Maestrarr/.test(found));
  expect(hard).toEqual([]);
});
