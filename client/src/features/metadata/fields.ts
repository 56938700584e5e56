import type { Schemas } from "@/api/client";

type TitleDetail = Schemas["TitleDetail"];
export type FieldName = NonNullable<Schemas["TitlePatch"]["lock"]>[number];

/** How a field is typed: a line, several lines of text, one thing in each line, a number, a day. */
export type Shape = "line" | "text" | "list" | "people" | "whole" | "number" | "day" | "links";

const SHAPES: Record<FieldName, Shape | null> = {
  title: "line",
  original_title: "line",
  sort_title: "line",
  other_titles: "list",
  year: "whole",
  premiered: "day",
  tagline: "text",
  plot: "text",
  outline: "text",
  runtime_minutes: "whole",
  certification: "line",
  rating: "number",
  ratings: null,
  original_language: "line",
  languages: "list",
  status: "line",
  set_name: "line",
  genres: "list",
  tags: "list",
  studios: "list",
  networks: "list",
  countries: "list",
  people: "people",
  trailers: "links",
};
const ONLY: Partial<Record<FieldName, readonly string[]>> = {
  status: ["series"],
  networks: ["series"],
  set_name: ["movie"],
};
const PARTS: readonly FieldName[] = [
  "title",
  "premiered",
  "plot",
  "runtime_minutes",
  "rating",
  "tags",
  "people",
];
/** Behind whose name a source stands that spoke another language than was asked for. */
const FALLBACK = "~";
export const LISTS = [
  "genres",
  "tags",
  "studios",
  "networks",
  "countries",
  "languages",
  "other_titles",
] as const;

export const shapeOf = (field: FieldName): Shape | null => SHAPES[field];

/** Names the fields that a title of this kind has, in the order in which they are read. */
export function fieldsOf(kind: string): FieldName[] {
  if (kind === "season" || kind === "episode") return [...PARTS];
  return (Object.keys(SHAPES) as FieldName[]).filter((field) =>
    (ONLY[field] ?? [kind]).includes(kind),
  );
}

/** Writes a field's value as it is read: several things with commas between. */
export function shown(title: TitleDetail, field: FieldName): string {
  const value = (title as unknown as Record<string, unknown>)[field];
  if (!Array.isArray(value)) return value === null || value === undefined ? "" : String(value);
  return value.map((each) => oneOf(each)).join(", ");
}

function oneOf(each: unknown): string {
  if (typeof each === "string") return each;
  const said = each as Record<string, unknown>;
  if (said["source"] !== undefined) return `${String(said["source"])} ${String(said["value"])}`;
  return String(said["name"] ?? said["url"] ?? "");
}

/** Writes a field's value as it is typed. */
export function typedOf(title: TitleDetail, field: FieldName): string {
  if (field === "people") return title.people.map(personLine).join("\n");
  if (field === "trailers") return title.trailers.map(({ url }) => url).join("\n");
  const value = (title as unknown as Record<string, unknown>)[field];
  if (Array.isArray(value)) return value.join("\n");
  return value === null || value === undefined ? "" : String(value);
}

const personLine = ({ name, job, role }: TitleDetail["people"][number]): string =>
  [name, job, role].filter((part) => part).join(" | ");

const JOBS = new Set([
  "actor",
  "guest",
  "director",
  "writer",
  "creator",
  "producer",
  "composer",
  "presenter",
]);

/** Of which no single one holds a comma, so that commas may stand between several. */
const PARTED_BY_COMMAS = new Set<FieldName>(["genres", "languages"]);

/** Reads several things, one in each line; genres and languages also with commas between. */
export function listed(field: FieldName, typed: string): string[] {
  return typed
    .split(PARTED_BY_COMMAS.has(field) ? /[\n,]/ : "\n")
    .map((each) => each.trim())
    .filter((each) => each !== "");
}

/** Reads what was typed for a field; undefined where it does not fit. Nothing empties a field. */
export function read(field: FieldName, typed: string, before: TitleDetail): unknown {
  const text = typed.trim();
  const lines = listed(field, text);
  switch (SHAPES[field]) {
    case "whole":
    case "number":
      return readNumber(text, SHAPES[field] === "whole");
    case "day":
      return text === "" ? null : /^\d{4}-\d\d-\d\d$/.test(text) ? text : undefined;
    case "list":
      return lines;
    case "links":
      return lines.every((line) => /^https?:\/\/\S+$/.test(line))
        ? lines.map((url) => ({ url }))
        : undefined;
    case "people":
      return readPeople(lines, before);
    default:
      return text === "" ? (field === "title" ? undefined : null) : text;
  }
}

function readNumber(text: string, isWhole: boolean): number | null | undefined {
  if (text === "") return null;
  const value = Number(text.replace(",", "."));
  return Number.isFinite(value) && (!isWhole || Number.isInteger(value)) ? value : undefined;
}

/** Reads `Ada | director` and `Bo | actor | Queen`; whoever was known keeps their portrait. */
function readPeople(lines: readonly string[], before: TitleDetail): unknown {
  const known = new Map(before.people.map(({ name, portrait_url }) => [name, portrait_url]));
  const people = lines.map((line) => {
    const [name = "", job = "actor", ...role] = line.split("|").map((part) => part.trim());
    const portrait_url = known.get(name) ?? null;
    return { name, job: job || "actor", role: role.join(" | ") || null, portrait_url };
  });
  return people.every(({ name, job }) => name !== "" && JOBS.has(job)) ? people : undefined;
}

/** Tells who said a field, and whether in another language than was asked for. */
export function sourceOf(title: TitleDetail, field: FieldName) {
  const said = title.sources[field];
  if (said === undefined) return null;
  return { name: said.replace(FALLBACK, ""), isFallback: said.endsWith(FALLBACK) };
}
