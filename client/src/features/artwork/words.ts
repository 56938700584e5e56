import { saidOf } from "@/api/problem";
import type { useFormat } from "@/i18n/format";
import type { Words } from "@/i18n/words";

import type { Score, TitleArtwork } from "./queries";

type Part = Score["parts"][number];
type Format = ReturnType<typeof useFormat>;

const PROVIDERS: Record<string, string> = {
  tmdb: "TMDB",
  tvdb: "TheTVDB",
  fanart: "fanart.tv",
};

/** How wide a picture of each type is for its height. */
const SHAPES: Record<string, number> = {
  poster: 2 / 3,
  keyart: 2 / 3,
  "season-poster": 2 / 3,
  characterart: 5 / 7,
  banner: 1000 / 185,
  "season-banner": 1000 / 185,
  discart: 1,
  clearlogo: 800 / 310,
};

export function shapeOf(type: string): number {
  return SHAPES[type] ?? 16 / 9;
}

/** How wide a picture stands in a grid, in pixels. */
export function widthOf(type: string): number {
  const shape = shapeOf(type);
  return shape < 0.9 ? 148 : shape < 1.2 ? 160 : shape > 4 ? 320 : 232;
}

/** Types whose pictures are seen through: they stand on a ground that shows both black and white. */
export function isClear(type: string): boolean {
  return ["clearlogo", "clearart", "discart", "characterart"].includes(type);
}

export function typeWords(type: string, t: Words): string {
  return t(`artwork.${type as "poster"}`, { defaultValue: type });
}

export function providerWords(provider: string, t: Words): string {
  return (
    PROVIDERS[provider] ?? t(`pictures.provider_${provider as "local"}`, { defaultValue: provider })
  );
}

/** A language by its name; pictures may have no text, or nobody says which. */
export function languageWords(value: string, t: Words, tongue: (tag: string) => string): string {
  if (value === "textless") return t("pictures.textless");
  return value === "unknown" ? t("pictures.languageUnknown") : tongue(value);
}

/** Why a part of a score is so, in the user's language. */
export function partWords({ key, facts }: Part, t: Words, format: Format): string {
  const words = (name: string, value: unknown): unknown => {
    if (name === "language") return format.tongue(String(value));
    if (name === "provider") return providerWords(String(value), t);
    return name === "rating" ? format.number(Number(value), 1) : value;
  };
  const replace = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, words(name, value)]),
  );
  return t(`scored.${key as "size"}`, { defaultValue: key, replace });
}

/** Why a service could not answer, in the user's language. */
export function failureWords({ sentence, key, facts }: TitleArtwork["failures"][number]): string {
  return saidOf({ key, facts, detail: sentence, hint: "" }).sentence;
}
