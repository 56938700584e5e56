import type { QueryClient, QueryKey } from "@tanstack/react-query";

/** Every kind of news, and what has to be read again after it. */
type Facts = Record<string, unknown>;

/** How long news wait for others like them, in milliseconds. */
const PACES = { now: 200, soon: 600 } as const;
/** How long what takes long to read rests after it was read; a scan changes titles all the time. */
const REST = 2_000;
type Pace = keyof typeof PACES;
const BEING_READ = { type: "active", fetchStatus: "fetching" } as const;

const ENDED = new Set<unknown>(["completed", "failed", "cancelled", "skipped"]);

const ids = (facts: Facts): string[] => (facts["title_ids"] as string[] | undefined) ?? [];

const concerns: Record<string, (facts: Facts) => { now?: QueryKey[]; soon?: QueryKey[] }> = {
  "job.changed": ({ job_id, status }) => ({
    now: [
      ["job", job_id],
      ["jobs"],
      ...(ENDED.has(status) ? [["statistics"], ["backups"], ["schedules"]] : []),
    ],
  }),
  "title.changed": (facts) => ({
    now: ids(facts).flatMap((id) => [
      ["title", id],
      ["audio", "title", id],
      ["publishing", id],
    ]),
    soon: [["titles"], ["facets"], ["libraries"], ["faults"], ["audio"], ["unidentified"]],
  }),
  "audio.rules_changed": () => ({ now: [["audio", "rules"]], soon: [["audio"]] }),
  "audio.pin_changed": () => ({ now: [["audio", "title"]], soon: [["audio"]] }),
  "artwork.changed": (facts) => ({
    now: ids(facts).flatMap((id) => [
      ["artwork", "title", id],
      ["publishing", id],
    ]),
  }),
  "artwork.rejections_changed": () => ({ now: [["rejections"]], soon: [["artwork"]] }),
  "artwork.wishes_changed": () => ({ now: [["artwork"]] }),
  "publication.done": (facts) => ({
    now: ids(facts).map((id) => ["publishing", id]),
    soon: [["publishing"]],
  }),
  "verification.done": () => ({ now: [["verifications"]] }),
  "batch.changed": ({ batch_id }) => ({ now: [["batch", batch_id], ["batches"]] }),
  "change.applied": ({ change_set_id }) => ({ now: [["changes"], ["change", change_set_id]] }),
  "change.undone": ({ change_set_id }) => ({ now: [["changes"], ["change", change_set_id]] }),
  "library.changed": () => ({ now: [["libraries"], ["titles"], ["facets"], ["folders"]] }),
  "library.scanned": () => ({
    now: [["titles"], ["facets"], ["libraries"], ["faults"], ["unidentified"], ["pipeline"]],
  }),
  "connection.changed": () => ({ now: [["connections"], ["senders"]] }),
  "deliveries.taken": () => ({ now: [["deliveries"], ["senders"]] }),
  "settings.changed": () => ({ now: [["settings"], ["naming"]] }),
  "notification.changed": () => ({ now: [["notifications"]] }),
  "schedule.changed": () => ({ now: [["schedules"]] }),
  "user.changed": () => ({ now: [["users"]] }),
  "access.changed": () => ({ now: [["sessions"], ["tokens"]] }),
};

export const kinds = Object.keys(concerns);

/** Turns news into what has to be read again, many at a time, so that a busy scan is no storm. */
export class Newsroom {
  private now = new Map<string, QueryKey>();
  private soon = new Map<string, QueryKey>();
  private timers: Partial<Record<Pace, ReturnType<typeof setTimeout>>> = {};
  private restsUntil = 0;

  constructor(private readonly queries: QueryClient) {}

  hear(kind: string, facts: Facts): void {
    const concern = concerns[kind]?.(facts);
    if (!concern) return;
    for (const key of concern.now ?? []) this.now.set(JSON.stringify(key), key);
    for (const key of concern.soon ?? []) this.soon.set(JSON.stringify(key), key);
    if (this.now.size) this.arm("now");
    if (this.soon.size) this.arm("soon");
  }

  /** Too much was missed: whatever is shown is read again. */
  resync(): void {
    void this.queries.invalidateQueries();
  }

  /** The server is there again: what could not be read without it is. */
  recover(): void {
    void this.queries.invalidateQueries({ predicate: ({ state }) => state.status === "error" });
  }

  close(): void {
    clearTimeout(this.timers.now);
    clearTimeout(this.timers.soon);
  }

  /** Reads again; what is just being read may be of before the news, and is read once more after. */
  private flush(which: Pace): void {
    const keys = [...this[which].values()];
    this[which].clear();
    this.timers[which] = undefined;
    if (which === "soon") this.restsUntil = Date.now() + REST;
    for (const queryKey of keys) {
      for (const busy of this.queries.getQueryCache().findAll({ queryKey, ...BEING_READ })) {
        this[which].set(busy.queryHash, busy.queryKey);
      }
      void this.queries.invalidateQueries({ queryKey }, { cancelRefetch: false });
    }
    if (this[which].size) this.arm(which);
  }

  private arm(which: Pace): void {
    const rest = which === "soon" ? this.restsUntil - Date.now() : 0;
    this.timers[which] ??= setTimeout(() => this.flush(which), Math.max(PACES[which], rest));
  }
}
