import type { Connection, Kind, KindField, Mapping } from "./queries";

/** A connection as it is being written: every field as text; a secret that is kept is empty. */
export type Draft = {
  name: string;
  told: Readonly<Record<string, string>>;
  mappings: readonly Mapping[];
};

export function draftOf(kind: Kind, connection: Connection | null, url?: string): Draft {
  const told = kind.fields.map(({ name, form, usual }) => {
    const known = form === "secret" ? null : connection?.options[name];
    if (form === "url" && url !== undefined) return [name, url];
    return [name, typeof known === "string" ? known : connection ? "" : (usual ?? "")];
  });
  return {
    name: connection?.name ?? "",
    told: Object.fromEntries(told) as Record<string, string>,
    mappings: connection?.mappings ?? [],
  };
}

/** Tells whether a secret is kept on the server, and stays there unless it is entered anew. */
export function isKept(field: KindField, connection: Connection | null): boolean {
  return field.form === "secret" && (connection?.secrets.includes(field.name) ?? false);
}

/** What the server is told: all of a new connection, and of another only what is said anew. */
export function configOf(
  kind: Kind,
  draft: Draft,
  connection: Connection | null,
): Record<string, string | null> {
  const said = kind.fields
    .map((field) => ({ field, text: draft.told[field.name]?.trim() ?? "" }))
    .filter(({ field, text }) => text !== "" || !isKept(field, connection))
    .map(({ field, text }) => [field.name, text || null] as const);
  return Object.fromEntries(said);
}

/** Whether anything is said otherwise than the connection was told before. */
export function isToldAnew(kind: Kind, draft: Draft, connection: Connection): boolean {
  return Object.entries(configOf(kind, draft, connection)).some(
    ([name, value]) => (connection.options[name] ?? null) !== value,
  );
}

/** Whether everything is said that the kind needs. */
export function isWhole(kind: Kind, draft: Draft, connection: Connection | null): boolean {
  return kind.fields.every(
    (field) =>
      !field.is_needed || isKept(field, connection) || Boolean(draft.told[field.name]?.trim()),
  );
}

const PASTE = 8;

/** Whether a secret has come all at once, as no fingers type it: then it can be tried at once. */
export function isPasted(kind: Kind, before: Draft, after: Draft): boolean {
  return kind.fields.some(
    ({ name, form }) =>
      form === "secret" &&
      (after.told[name] ?? "").length >= (before.told[name] ?? "").length + PASTE,
  );
}

/** The mappings of which both sides are said. */
export function wholeMappings(draft: Draft): Mapping[] {
  return draft.mappings.filter(({ remote, local }) => remote.trim() && local.trim());
}
