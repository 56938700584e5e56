import { readPreferences, usePreferences } from "./preferences";

const usual = {
  theme: "system",
  language: "system",
  density: "comfortable",
  view: "grid",
  railFolded: false,
  letterKeys: true,
  savedViews: [],
  server: "",
};

test.each([null, "", "{", "null", "7", '"text"', '{"theme":"pink","savedViews":[{"name":1}]}'])(
  "%p becomes what is usual",
  (written) => expect(readPreferences(written)).toEqual(usual),
);

test("what is known is kept, beside what is not", () => {
  expect(readPreferences('{"theme":"light","railFolded":true,"gone":1}')).toEqual({
    ...usual,
    theme: "light",
    railFolded: true,
  });
});

test("what another tab prefers is kept, beside what this one does", () => {
  const newValue = '{"theme":"light"}';
  window.dispatchEvent(new StorageEvent("storage", { key: "maestrarr.preferences", newValue }));
  usePreferences.getState().prefer({ density: "compact" });
  const kept = readPreferences(localStorage.getItem("maestrarr.preferences"));
  expect(kept).toEqual({ ...usual, theme: "light", density: "compact" });
});
