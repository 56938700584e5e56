import type { Schemas } from "@/api/client";

type LogEntry = Schemas["LogEntry"];
type Filter = { level: LogEntry["level"]; component: string; text: string };

export const levels = ["debug", "info", "warning", "error", "critical"] as const;
export type Level = (typeof levels)[number];

/** Tells whether an entry that was just said is one that the server would have found. */
export function fits(entry: LogEntry, { level, component, text }: Filter): boolean {
  const wanted = text.trim().toLowerCase();
  const said = [entry.event, ...Object.values(entry.facts).map(asText)].join(" ").toLowerCase();
  return (
    levels.indexOf(entry.level) >= levels.indexOf(level) &&
    (component === "" || entry.component === component) &&
    said.includes(wanted)
  );
}

/** How many entries are shown. */
export const LINES = 300;

/** A page with what was heard, the newest first, that its reading came too early for. */
export function withHeard<Page extends { entries: LogEntry[] }>(
  page: Page,
  heard: readonly LogEntry[],
): Page {
  const known = new Set(page.entries.map(mark));
  const fresh = heard.filter((entry) => !known.has(mark(entry)));
  if (fresh.length === 0) return page;
  return { ...page, entries: [...fresh, ...page.entries].slice(0, LINES) };
}

/** What tells an entry from others; one that is heard has no id yet. */
function mark({ at, component, event, facts }: LogEntry): string {
  return JSON.stringify([at, component, event, Object.entries(facts).sort()]);
}

function asText(fact: unknown): string {
  return typeof fact === "string" ? fact : JSON.stringify(fact);
}
