import { getLocales } from "expo-localization";

import { useWords, type Language } from "./words";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;
/** Elsewhere the narrowest unit may mean another: in Turkish `d` is a minute, and not a day. */
const NARROW_IS_CLEAR = new Set(["en", "fr"]);
const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;

function number(language: Language, value: number, digits = 0): string {
  return new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
}

/** A size in powers of 1024, as file managers write it: `1.4 GB`. */
function bytes(language: Language, value: number): string {
  let [size, at] = [value, 0];
  while (size >= 1024 && at < UNITS.length - 1) [size, at] = [size / 1024, at + 1];
  return new Intl.NumberFormat(language, {
    style: "unit",
    unit: UNITS[at],
    unitDisplay: at === 0 ? "narrow" : "short",
    maximumFractionDigits: size < 10 && at > 0 ? 1 : 0,
  }).format(size);
}

/** How long something is: `2h 16m`, `41s`. */
function span(language: Language, seconds: number): string {
  const unit = (value: number, name: "hour" | "minute" | "second") =>
    new Intl.NumberFormat(language, {
      style: "unit",
      unit: name,
      unitDisplay: NARROW_IS_CLEAR.has(language.slice(0, 2)) ? "narrow" : "short",
      maximumFractionDigits: name === "second" && value < 10 ? 1 : 0,
    }).format(value);
  if (seconds < MINUTE) return unit(seconds, "second");
  const minutes = Math.round(seconds / MINUTE);
  if (minutes < 60) return unit(minutes, "minute");
  const rest = minutes % 60;
  const hours = unit(Math.floor(minutes / 60), "hour");
  return rest === 0 ? hours : `${hours} ${unit(rest, "minute")}`;
}

const distances = (language: Language): Intl.RelativeTimeFormat =>
  new Intl.RelativeTimeFormat(language, { numeric: "auto" });

/** How long ago or ahead a moment is: `3 minutes ago`, `tomorrow`. */
function since(language: Language, at: string, now: number): string {
  const seconds = (Date.parse(at) - now) / 1_000;
  const relative = distances(language);
  const far = Math.abs(seconds);
  if (far >= 30 * DAY) return date(language, at);
  if (far < 45) return relative.format(0, "second");
  if (far < 45 * MINUTE) return relative.format(Math.round(seconds / MINUTE), "minute");
  if (far < 22 * HOUR) return relative.format(Math.round(seconds / HOUR), "hour");
  return relative.format(Math.round(seconds / DAY), "day");
}

function date(language: Language, moment: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(moment); // which is the same day in every time zone
  const at = new Date(isDay ? `${moment}T00:00` : moment);
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(at);
}

function moment(language: Language, at: string): string {
  const style = { dateStyle: "medium", timeStyle: "short" } as const;
  return new Intl.DateTimeFormat(language, style).format(new Date(at));
}

/** When something comes, in words and with its time: `tomorrow, 03:00`; a far day by its date. */
function when(language: Language, at: string, now: number): string {
  const days = Math.round((midnight(Date.parse(at)) - midnight(now)) / (DAY * 1_000));
  const time = new Intl.DateTimeFormat(language, { timeStyle: "short" }).format(new Date(at));
  if (Math.abs(days) <= 1) return `${distances(language).format(days, "day")}, ${time}`;
  if (days < 0 || days > 6) return moment(language, at);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long" }).format(new Date(at));
  return `${weekday}, ${time}`;
}

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

function clock(language: Language, at: string): string {
  return new Intl.DateTimeFormat(language, { timeStyle: "medium" }).format(new Date(at));
}

/** The name of a spoken language, such as `Japanese` for `ja`; the tag itself when none is known. */
function tongue(language: Language, tag: string): string {
  if (tag === "und" || tag === "") return "–";
  try {
    return new Intl.DisplayNames(language, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** A text as it begins a line: French, for one, writes languages small. */
const capital = (language: Language, text: string): string =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

/** A language as it is written where the user lives, when it is one of theirs. */
function region(language: Language): Language {
  const own = getLocales().find((each) => each.languageCode === language);
  return (own?.languageTag ?? language) as Language;
}

/** Numbers, sizes and times as the user's language writes them. */
export function useFormat() {
  const language = region(useWords().language);
  return {
    number: (value: number, digits?: number) => number(language, value, digits),
    percent: (share: number) => new Intl.NumberFormat(language, { style: "percent" }).format(share),
    bytes: (value: number) => bytes(language, value),
    span: (seconds: number) => span(language, seconds),
    since: (at: string) => since(language, at, Date.now()),
    date: (at: string) => date(language, at),
    moment: (at: string) => moment(language, at),
    when: (at: string) => when(language, at, Date.now()),
    clock: (at: string) => clock(language, at),
    tongue: (tag: string) => tongue(language, tag),
    /** The name of a language that stands alone, and not in a sentence. */
    tongueAlone: (tag: string) => capital(language, tongue(language, tag)),
    compare: (one: string, other: string) => one.localeCompare(other, language),
  };
}
