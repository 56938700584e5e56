import * as z from "zod/mini";
import { create } from "zustand";

import { recall, recallLater, remember } from "./storage";

const KEY = "maestrarr.preferences";

/** What the user likes on this device; what is missing or unknown falls back to a default. */
const schema = z.object({
  theme: z.catch(z.enum(["system", "dark", "light"]), "system"),
  language: z.catch(z.enum(["system", "en", "tr", "fr"]), "system"),
  density: z.catch(z.enum(["comfortable", "compact"]), "comfortable"),
  view: z.catch(z.enum(["grid", "table"]), "grid"),
  railFolded: z.catch(z.boolean(), false),
  savedViews: z.catch(z.array(z.object({ name: z.string(), query: z.string() })), []),
  server: z.catch(z.string(), ""),
});

export type Preferences = z.infer<typeof schema>;

function read(text: string | null): Preferences {
  let kept: unknown = {};
  try {
    kept = JSON.parse(text ?? "{}");
  } catch {
    // not ours, or cut short: begin anew
  }
  return schema.parse(typeof kept === "object" && kept !== null ? kept : {});
}

type Store = Preferences & { prefer: (some: Partial<Preferences>) => void };

export const usePreferences = create<Store>((set, get) => ({
  ...read(recall(KEY)),
  prefer: (some) => {
    set(some);
    const { prefer: _, ...all } = get();
    remember(KEY, JSON.stringify(all));
  },
}));

/** Reads what a phone keeps, before anything is shown. */
export async function loadPreferences(): Promise<void> {
  usePreferences.setState(read(await recallLater(KEY)));
}
