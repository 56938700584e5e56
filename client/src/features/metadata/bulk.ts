import { fieldsOf, LISTS, listed, type FieldName } from "./fields";
import type { Edit } from "./queries";

export const DEEDS = ["add", "remove", "set", "lock", "unlock"] as const;
export type Deed = (typeof DEEDS)[number];
const SET = [
  "certification",
  "original_language",
  "set_name",
  "studios",
  "genres",
  "tags",
] as const;

/** Names the fields with which something can be done for many titles. */
export function fieldsFor(deed: Deed): readonly FieldName[] {
  if (deed === "add" || deed === "remove") return LISTS;
  return deed === "set" ? SET : fieldsOf("movie");
}

export const isList = (field: FieldName): boolean => (LISTS as readonly string[]).includes(field);

/** Says what is to be changed about many titles; null while nothing is typed. */
export function editOf(deed: Deed, field: FieldName, typed: string): Edit | null {
  if (deed === "lock" || deed === "unlock") return { [deed]: [field] };
  const several = listed(field, typed);
  if (several.length === 0) return null;
  if (deed !== "set") return { [deed]: { [field]: several } };
  return { values: { [field]: isList(field) ? several : typed.trim() } };
}
