import type { Rule, RuleSent } from "./rule-queries";

/** A rule as it is being written: every field as text, and nothing that is not said. */
export type Draft = {
  name: string;
  languages: readonly string[];
  path: string;
  library: string;
  genre: string;
  tag: string;
  undeterminedIs: string;
};

export function draftOf(rule: Rule | null): Draft {
  return {
    name: rule?.name ?? "",
    languages: rule?.languages ?? ["original"],
    path: rule?.path ?? "",
    library: rule?.library_id ?? "",
    genre: rule?.genre ?? "",
    tag: rule?.tag ?? "",
    undeterminedIs: rule?.undetermined_is ?? "",
  };
}

/** The rule that a draft says; one without a name takes `otherwise`, and one without languages is none. */
export function ruleOf(draft: Draft, otherwise: string): RuleSent | null {
  const said = (text: string): string | null => text.trim() || null;
  const name = said(draft.name) ?? otherwise;
  if (draft.languages.length === 0 || !name) return null;
  return {
    name,
    languages: [...draft.languages],
    path: said(draft.path),
    library_id: said(draft.library),
    genre: said(draft.genre),
    tag: said(draft.tag),
    undetermined_is: said(draft.undeterminedIs),
  };
}
