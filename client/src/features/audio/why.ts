import type { Schemas } from "@/api/client";
import type { Words } from "@/i18n/words";

type Clause = Schemas["ClauseDocument"];
/** Why something is decided: in clauses for every language, and in the server's own words. */
export type Decided = { said: Clause[][]; reason?: string | null };

const LAST_PLACE = 8;

/** Says why in the user's language; in the server's, where it says something new. */
export function whyWords(
  { said, reason }: Decided,
  t: Words,
  tongue: (tag: string) => string,
): string | null {
  const sentences = said.map((clauses) => clauses.map((clause) => clauseWords(clause, t, tongue)));
  if (sentences.length === 0 || sentences.flat().includes("")) return reason ?? null;
  return sentences.map((clauses) => `${clauses.join(t("why.then"))}.`).join(" ");
}

function clauseWords({ key, facts }: Clause, t: Words, tongue: (tag: string) => string): string {
  const words = (name: string, value: Clause["facts"][string]): unknown => {
    if (name === "language") return tongue(String(value));
    if (Array.isArray(value)) return inARow(value.map(tongue), t("why.or"));
    if (typeof value === "object") return roleWords(value, t);
    return name === "place" ? placeWords(Number(value), t) : value;
  };
  const replace = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, words(name, value)]),
  );
  return t(`why.${key as "original"}`, { defaultValue: "", replace });
}

function inARow(names: string[], or: string): string {
  const last = names.at(-1) ?? "";
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} ${or} ${last}` : last;
}

function roleWords(roles: Record<string, number>, t: Words): string {
  return Object.entries(roles)
    .map(([role, count]) => {
      const named = t(`sound.role.${role.replace(" ", "_") as "karaoke"}`, { defaultValue: role });
      return count > 1 ? `${count} × ${named}` : named;
    })
    .join(", ");
}

function placeWords(place: number, t: Words): string {
  return place <= LAST_PLACE
    ? t(`why.place.${String(place) as "1"}`)
    : t("why.place.later", { count: place, ordinal: true });
}
