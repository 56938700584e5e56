import { readPreferences } from "./preferences";

const usual = {
  theme: "system",
  language: "system",
  density: "comfortable",
  view: "grid",
  railFolded: false,
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
