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

function asText(fact: unknown): string {
  return typeof fact === "string" ? fact : JSON.stringify(fact);
}
