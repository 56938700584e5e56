import { create } from "zustand";

import { recall, recallLater, remember, whenElsewhere } from "./storage";

const KEY = "maestrarr.preferences";

export type SavedView = { name: string; query: string };
type Read<Value> = (kept: unknown) => Value;

const oneOf =
  <Choice extends string>(usual: Choice, ...others: Choice[]): Read<Choice> =>
  (kept) =>
    [usual, ...others].find((choice) => choice === kept) ?? usual;

const text: Read<string> = (kept) => (typeof kept === "string" ? kept : "");

const views: Read<SavedView[]> = (kept) =>
  (Array.isArray(kept) ? kept : []).filter(
    (each) => typeof each?.name === "string" && typeof each?.query === "string",
  );

/** What the user likes on this device: how each is read, the usual first; what is unknown is that. */
const shape = {
  theme: oneOf("system", "dark", "light"),
  language: oneOf("system", "en", "tr", "fr"),
  density: oneOf("comfortable", "compact"),
  view: oneOf("grid", "table"),
  railFolded: (kept: unknown) => kept === true,
  letterKeys: (kept: unknown) => kept !== false,
  savedViews: views,
  server: text,
};

export type Preferences = { [Name in keyof typeof shape]: ReturnType<(typeof shape)[Name]> };

export function readPreferences(written: string | null): Preferences {
  let kept: Record<string, unknown> = {};
  try {
    kept = (JSON.parse(written ?? "{}") as Record<string, unknown> | null) ?? {};
  } catch {
    // not ours, or cut short: begin anew
  }
  return Object.fromEntries(
    Object.entries(shape).map(([name, read]) => [name, read(kept[name])]),
  ) as Preferences;
}

type Store = Preferences & { prefer: (some: Partial<Preferences>) => void };

export const usePreferences = create<Store>((set, get) => ({
  ...readPreferences(recall(KEY)),
  prefer: (some) => {
    set(some);
    const { prefer: _, ...all } = get();
    remember(KEY, JSON.stringify(all));
  },
}));

whenElsewhere(KEY, (text) => usePreferences.setState(readPreferences(text)));

/** Reads what a phone keeps, before anything is shown. */
export async function loadPreferences(): Promise<void> {
  usePreferences.setState(readPreferences(await recallLater(KEY)));
}
