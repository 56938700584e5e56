import { i18n, speak } from "@/i18n/words";

import type { Change } from "./queries";
import { becameOf, nameAndPlace, reasonOf, refusalWords, runTitle } from "./words";

const bytes = (value: number) => `${value} B`;
const stamp = (size_bytes: number) => ({ size_bytes, mtime_ns: 1, ctime_ns: 1, inode: 1 });
const change = (said: Partial<Change>): Change => ({
  id: "1",
  path: "/films/Iron Bridge.mkv",
  deed: "edit",
  title: "Iron Bridge",
  reason: "Japanese is the original language.",
  said: [],
  before: stamp(10),
  after: stamp(10),
  tracks: [],
  patches: 0,
  moved_from: null,
  is_kept: false,
  milliseconds: 1,
  undone_at: null,
  undone_by_id: null,
  ...said,
});
const became = (said: Partial<Change>) => becameOf(change(said), i18n.t, bytes);

test("an edit says what it set of which track", () => {
  const tracks = [
    { track: 1, setting: "default", before: 0, after: 1 },
    { track: 2, setting: "alternate group", before: 3, after: 1 },
  ];
  expect(became({ tracks })).toEqual([
    { what: "Track 1 plays first", before: "no", after: "yes" },
    { what: "Track 2: group", before: "3", after: "1" },
  ]);
});

test("a file that came says that there was none", () => {
  expect(became({ deed: "create", before: null, after: stamp(512) })).toEqual([
    { what: "File", before: "none", after: "512 B" },
  ]);
});

test("a file that was renamed says from where", () => {
  expect(became({ deed: "rename", moved_from: "/films/Old.mkv" })).toEqual([
    { what: "Place", before: "/films/Old.mkv", after: "/films/Iron Bridge.mkv" },
  ]);
});

test("a refusal is said with its facts in the user's language, an unknown one in the server's", () => {
  const refusal = {
    path: "/films/a.mkv",
    facts: { path: "/films/a.mkv", links: 2 },
    sentence: "a.mkv is held.",
    hint: "Wait.",
  };
  const said = (key: string) => refusalWords({ ...refusal, key }).sentence;
  expect(said("changes.conflict")).toBe("a.mkv was changed by something else since.");
  expect(said("changes.hard_linked")).toBe("a.mkv has 2 names on disk.");
  expect(said("changes.held")).toBe("a.mkv is held.");
});

test("a path is a name and a place", () => {
  expect(nameAndPlace("/films/a/b.mkv")).toEqual({ name: "b.mkv", place: "/films/a/" });
  expect(nameAndPlace("b.mkv")).toEqual({ name: "b.mkv", place: "" });
});

test("why a file was written, and what a run is called, is said in the user's language", async () => {
  const written = change({ said: [[{ key: "original", facts: { language: "ja" } }]] });
  const why = (kind: string) => reasonOf(written, { kind }, i18n.t, () => "Japonca");
  await speak("tr");
  expect(why("audio.fix")).toBe("Özgün dil: Japonca.");
  expect(why("changes.undo")).toBe("Geri alır: Özgün dil: Japonca.");
  expect(runTitle({ key: "in_several", facts: { name: "Filmler", more: 2 } }, i18n.t)).toBe(
    "Varsayılan izler: Filmler ve 2 yer daha",
  );
  await speak("en");
  expect(reasonOf(change({}), undefined, i18n.t, String)).toBe(change({}).reason);
  expect(runTitle(null, i18n.t)).toBe("");
});
