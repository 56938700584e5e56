import { secondsUntil } from "./batch-words";
import { draftOf, ruleOf } from "./rule-draft";
import { moved } from "./sound";

test("what is left is counted to the moment, and never below nothing", () => {
  const now = Date.parse("2026-11-26T09:00:00Z");
  expect(secondsUntil("2026-11-26T09:01:30Z", now)).toBe(90);
  expect(secondsUntil("2026-11-26T08:59:00Z", now)).toBe(0);
  expect(secondsUntil(null, now)).toBeNull();
});

test("a language moves by one place, and stays at an end", () => {
  expect(moved(["original", "en", "fr"], 2, -1)).toEqual(["original", "fr", "en"]);
  expect(moved(["original", "en"], 0, -1)).toEqual(["original", "en"]);
  expect(moved(["original", "en"], 1, 1)).toEqual(["original", "en"]);
});

test("a draft says null where nothing is said, and is no rule without a name or a language", () => {
  const draft = { ...draftOf(null), name: "Anime ", path: "/media/anime/**" };
  expect(ruleOf(draft, "")).toEqual({
    name: "Anime",
    languages: ["original"],
    path: "/media/anime/**",
    library_id: null,
    genre: null,
    tag: null,
    undetermined_is: null,
  });
  expect(ruleOf({ ...draft, name: "" }, "")).toBeNull();
  expect(ruleOf({ ...draft, name: "" }, "New rule")?.name).toBe("New rule");
  expect(ruleOf({ ...draft, languages: [] }, "New rule")).toBeNull();
});
