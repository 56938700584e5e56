import { whenSignedOut } from "./client";
import { noteExpiry } from "./refresh";
import { followEvents } from "./stream";

/** What a browser's own would be, of which a test says when it opens and ends. */
class Source {
  static made: Source[] = [];
  readyState = 0;
  onopen = () => {};
  onerror = () => {};
  private heard: Record<string, (event: object) => void> = {};
  constructor(readonly url: string) {
    Source.made.push(this);
  }
  addEventListener(kind: string, hear: (event: object) => void) {
    this.heard[kind] = hear;
  }
  tell(kind: string, lastEventId: string) {
    this.heard[kind]?.({ lastEventId, data: "{}" });
  }
  refuse() {
    this.readyState = 2;
    this.onerror();
  }
  close() {
    this.readyState = 2;
  }
}

function answers(status: number): void {
  const body = { access_expires_at: "2000-01-01T00:00:00Z" };
  globalThis.fetch = (async () => ({
    status,
    ok: status < 400,
    json: async () => body,
  })) as unknown as typeof fetch;
}

function following() {
  const heard: string[] = [];
  const leave = followEvents({
    topics: "",
    kinds: ["job.changed"],
    hear: (kind) => heard.push(kind),
    note: () => {},
  });
  return { heard, leave };
}

const latest = () => Source.made[Source.made.length - 1]!;

beforeEach(() => {
  jest.useFakeTimers();
  Source.made = [];
  Object.assign(globalThis, { EventSource: Object.assign(Source, { CLOSED: 2 }) });
  noteExpiry("2000-01-01T00:00:00Z");
});
afterEach(() => jest.useRealTimers());

test.each([
  ["nothing", () => {}, ["resync"], ""],
  ["an event", () => latest().tell("job.changed", "7"), ["job.changed"], "after=7"],
])("who had heard %s before a break misses nothing", async (_what, before, told, query) => {
  answers(200);
  const { heard, leave } = following();
  latest().onopen();
  before();
  latest().refuse();
  await jest.advanceTimersByTimeAsync(2_000);
  latest().onopen();
  leave();
  expect(heard).toEqual(told);
  expect([Source.made.length, latest().url.split("?")[1]]).toEqual([2, query]);
});

test("who comes back while they are coming back already follows once", async () => {
  answers(200);
  const { leave } = following();
  latest().refuse();
  let goOn = () => {};
  const answer = globalThis.fetch;
  globalThis.fetch = (...asked) =>
    new Promise<void>((resolve) => (goOn = resolve)).then(() => answer(...asked));
  await jest.advanceTimersByTimeAsync(1_500);
  window.dispatchEvent(new Event("online"));
  await jest.advanceTimersByTimeAsync(10);
  goOn();
  await jest.advanceTimersByTimeAsync(10);
  const open = Source.made.filter(({ readyState }) => readyState !== 2);
  leave();
  expect([Source.made.length, open.length]).toEqual([3, 1]);
});

test("a session that has ended meanwhile is told", async () => {
  answers(401);
  const told = jest.fn();
  whenSignedOut(told);
  const { leave } = following();
  latest().refuse();
  await jest.advanceTimersByTimeAsync(2_000);
  leave();
  expect(told).toHaveBeenCalledTimes(1);
});
