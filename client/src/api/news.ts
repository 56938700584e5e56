import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Every kind of news, and what has to be read again after it. */
type Facts = Record<string, unknown>;

const LIKELY_TOGETHER = 200;
const SLOWLY = 2_000;

const ids = (facts: Facts): string[] => (facts["title_ids"] as string[] | undefined) ?? [];

const concerns: Record<string, (facts: Facts) => { now?: QueryKey[]; soon?: QueryKey[] }> = {
  "job.changed": ({ job_id }) => ({ now: [["job", job_id], ["jobs"]] }),
  "title.changed": (facts) => ({
    now: ids(facts).map((id) => ["title", id]),
    soon: [["titles"], ["facets"], ["libraries"], ["faults"]],
  }),
  "library.scanned": () => ({ now: [["titles"], ["facets"], ["libraries"], ["faults"]] }),
  "settings.changed": () => ({ now: [["settings"], ["features"]] }),
  "schedule.changed": () => ({ now: [["schedules"]] }),
};

export const kinds = Object.keys(concerns);

/** Turns news into what has to be read again, many at a time, so that a busy scan is no storm. */
export class Newsroom {
  private now = new Map<string, QueryKey>();
  private soon = new Map<string, QueryKey>();
  private timers: { now?: ReturnType<typeof setTimeout>; soon?: ReturnType<typeof setTimeout> } =
    {};

  constructor(private readonly queries: QueryClient) {}

  hear(kind: string, facts: Facts): void {
    const concern = concerns[kind]?.(facts);
    if (!concern) return;
    for (const key of concern.now ?? []) this.now.set(JSON.stringify(key), key);
    for (const key of concern.soon ?? []) this.soon.set(JSON.stringify(key), key);
    if (this.now.size) this.timers.now ??= setTimeout(() => this.flush("now"), LIKELY_TOGETHER);
    if (this.soon.size) this.timers.soon ??= setTimeout(() => this.flush("soon"), SLOWLY);
  }

  /** Too much was missed: whatever is shown is read again. */
  resync(): void {
    void this.queries.invalidateQueries();
  }

  close(): void {
    clearTimeout(this.timers.now);
    clearTimeout(this.timers.soon);
  }

  private flush(which: "now" | "soon"): void {
    const keys = [...this[which].values()];
    this[which].clear();
    this.timers[which] = undefined;
    for (const queryKey of keys) void this.queries.invalidateQueries({ queryKey });
  }
}
