import names from "./locales/tongues.json";

/**
 * What Hermes, a phone's engine, may have no words for, in the languages that we speak.
 * Source of the words and rules: Unicode CLDR.
 */
type Spoken = keyof typeof names;
type Unit = "second" | "minute" | "hour" | "day";

const MILLION = 1_000_000;
const isSpoken = (code: string): code is Spoken => code in names;

function spokenOf(locales: unknown): Spoken {
  const first = String(Array.isArray(locales) ? locales[0] : locales).slice(0, 2);
  return isSpoken(first) ? first : "en";
}

/** Which form of a word goes with a number. */
class Plurals {
  private readonly language: Spoken;

  constructor(locales: unknown) {
    this.language = spokenOf(locales);
  }

  select(count: number): string {
    if (this.language !== "fr") return count === 1 ? "one" : "other";
    if (Math.abs(count) < 2) return "one";
    return count % MILLION === 0 ? "many" : "other";
  }

  resolvedOptions() {
    return {
      pluralCategories: this.language === "fr" ? ["one", "many", "other"] : ["one", "other"],
    };
  }
}

type Distance = {
  units: Record<Unit, string>;
  ago: (said: string) => string;
  ahead: (said: string) => string;
  now: string;
  days: Record<number, string>;
  /** From which count on a unit takes an `s`. */
  manyFrom: number;
};

const distances: Record<Spoken, Distance> = {
  en: {
    units: { second: "second", minute: "minute", hour: "hour", day: "day" },
    ago: (said) => `${said} ago`,
    ahead: (said) => `in ${said}`,
    now: "now",
    days: { [-1]: "yesterday", 0: "today", 1: "tomorrow" },
    manyFrom: 2,
  },
  tr: {
    units: { second: "saniye", minute: "dakika", hour: "saat", day: "gün" },
    ago: (said) => `${said} önce`,
    ahead: (said) => `${said} sonra`,
    now: "şimdi",
    days: { [-2]: "evvelsi gün", [-1]: "dün", 0: "bugün", 1: "yarın", 2: "öbür gün" },
    manyFrom: Infinity,
  },
  fr: {
    units: { second: "seconde", minute: "minute", hour: "heure", day: "jour" },
    ago: (said) => `il y a ${said}`,
    ahead: (said) => `dans ${said}`,
    now: "maintenant",
    days: {
      [-2]: "avant-hier",
      [-1]: "hier",
      0: "aujourd’hui",
      1: "demain",
      2: "après-demain",
    },
    manyFrom: 2,
  },
};

/** How far a moment is, with the words that a day or now have of their own. */
class Distances {
  private readonly words: Distance;

  constructor(locales: unknown) {
    this.words = distances[spokenOf(locales)];
  }

  format(value: number, unit: Unit): string {
    const { units, ago, ahead, now, days, manyFrom } = this.words;
    const own = unit === "day" ? days[value] : unit === "second" && value === 0 ? now : undefined;
    if (own !== undefined) return own;
    const count = Math.abs(value);
    const said = `${count} ${units[unit]}${count >= manyFrom ? "s" : ""}`;
    return value < 0 ? ago(said) : ahead(said);
  }
}

/** The names of languages; one with a region or a script has that behind it, as it is written. */
class Names {
  private readonly known: Record<string, string>;

  constructor(locales: unknown) {
    this.known = names[spokenOf(locales)];
  }

  of(tag: string): string {
    const [language = "", ...rest] = tag.split("-");
    const name = this.known[language.toLowerCase()];
    if (name === undefined) return tag;
    return rest.length ? `${name} (${rest.join("-")})` : name;
  }
}

/** Gives the engine whatever of these it has not. */
export function fillIn(): void {
  const engine = Intl as unknown as Record<string, unknown>;
  engine.PluralRules ??= Plurals;
  engine.RelativeTimeFormat ??= Distances;
  engine.DisplayNames ??= Names;
}
