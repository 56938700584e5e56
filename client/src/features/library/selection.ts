/** Which titles are selected, as the address says: none, some by their ids, or all that fit. */
export type Selection =
  { mode: "none" } | { mode: "some"; ids: readonly string[] } | { mode: "all" };

/** What the address says where nothing is selected yet, and whatever is pressed will be. */
const BEGUN = "some";
const ALL = "all";
const SHORT = /^[\w-]{22}$/;
/** After so many digits an id has its hyphens. */
const HYPHENS = [8, 12, 16, 20];

export function readSelection(said: string | undefined): Selection {
  if (said === undefined) return { mode: "none" };
  if (said === ALL) return { mode: "all" };
  return {
    mode: "some",
    ids: said
      .split(".")
      .filter((each) => SHORT.test(each))
      .map(whole),
  };
}

export function writeSelection(selection: Selection): string | undefined {
  if (selection.mode === "none") return undefined;
  if (selection.mode === "all") return ALL;
  return selection.ids.length ? selection.ids.map(short).join(".") : BEGUN;
}

/** Selects a title, or lets it go; from all that fit one cannot be taken out by its id alone. */
export function toggledIn(selection: Selection, id: string): Selection {
  if (selection.mode !== "some") return { mode: "some", ids: [id] };
  const ids = selection.ids.includes(id)
    ? selection.ids.filter((each) => each !== id)
    : [...selection.ids, id];
  return { mode: "some", ids };
}

export const isSelected = (selection: Selection, id: string): boolean =>
  selection.mode === "all" || (selection.mode === "some" && selection.ids.includes(id));

/** An id in 22 signs instead of 36, so that many find room in an address. */
function short(id: string): string {
  const bytes = id.replaceAll("-", "").match(/../g) ?? [];
  const text = btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function whole(written: string): string {
  const text = atob(written.replaceAll("-", "+").replaceAll("_", "/"));
  const digits = [...text].map((each) => each.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return [0, ...HYPHENS].map((from, at) => digits.slice(from, HYPHENS[at])).join("-");
}
