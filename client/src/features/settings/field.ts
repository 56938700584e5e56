/** One setting as its JSON schema describes it, read into what a form can show. */
export type FieldShape =
  | { kind: "switch" }
  | { kind: "number"; isWhole: boolean; minimum?: number; maximum?: number }
  | { kind: "choice"; choices: readonly string[] }
  | { kind: "text" }
  | { kind: "list" }
  | { kind: "json" };

/** What a number counts, as its name ends: `kept_days`. */
export const units = ["days", "hours", "minutes", "seconds", "mb", "gigabytes", "percent"] as const;
export type Unit = (typeof units)[number];

export type Described = {
  name: string;
  title: string;
  help: string;
  shape: FieldShape;
  unit: Unit | undefined;
};

type Schema = Record<string, unknown>;

/** Lists a section's settings in their order. */
export function fieldsOf(schema: Schema): Described[] {
  const properties = (schema["properties"] ?? {}) as Record<string, Schema>;
  const definitions = (schema["$defs"] ?? {}) as Record<string, Schema>;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    title: sentence(name),
    help: String(property["description"] ?? ""),
    shape: shapeOf(resolved(property, definitions)),
    unit: units.find((unit) => name.endsWith(`_${unit}`)),
  }));
}

function resolved(property: Schema, definitions: Record<string, Schema>): Schema {
  const reference = property["$ref"];
  if (typeof reference !== "string") return property;
  return { ...definitions[reference.slice(reference.lastIndexOf("/") + 1)], ...property };
}

function shapeOf(schema: Schema): FieldShape {
  const choices = schema["enum"];
  if (Array.isArray(choices)) return { kind: "choice", choices: choices.map(String) };
  switch (schema["type"]) {
    case "boolean":
      return { kind: "switch" };
    case "integer":
    case "number":
      return {
        kind: "number",
        isWhole: schema["type"] === "integer",
        minimum: schema["minimum"] as number | undefined,
        maximum: schema["maximum"] as number | undefined,
      };
    case "string":
      return { kind: "text" };
    case "array":
      return isString(schema["items"]) ? { kind: "list" } : { kind: "json" };
    default:
      return { kind: "json" };
  }
}

const isString = (items: unknown): boolean => (items as Schema | undefined)?.["type"] === "string";

/** Writes a value as it is typed; the parts of a list are parted by commas. */
export function asTyped(value: unknown): string {
  if (typeof value === "string") return value;
  const isList = Array.isArray(value) && value.every((each) => typeof each === "string");
  return isList ? value.join(", ") : JSON.stringify(value);
}

/** A setting's name as words: `history_days` becomes `History days`. */
function sentence(name: string): string {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Reads what was typed; undefined when it does not fit, and nothing may be sent. */
export function parsed(shape: FieldShape, typed: string): unknown {
  if (shape.kind === "switch") return typed === "true";
  if (shape.kind === "number") {
    const value = Number(typed.replace(",", "."));
    const fits =
      typed.trim() !== "" &&
      Number.isFinite(value) &&
      (!shape.isWhole || Number.isInteger(value)) &&
      value >= (shape.minimum ?? -Infinity) &&
      value <= (shape.maximum ?? Infinity);
    return fits ? value : undefined;
  }
  if (shape.kind === "list") {
    return typed
      .split(",")
      .map((each) => each.trim())
      .filter(Boolean);
  }
  if (shape.kind === "json") {
    try {
      return JSON.parse(typed);
    } catch {
      return undefined;
    }
  }
  return typed;
}

/** What was typed and differs from what holds; somebody else may have saved the same meanwhile. */
export function unsaved(
  typed: Record<string, string>,
  values: Record<string, unknown>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => text !== asTyped(values[name])),
  );
}
