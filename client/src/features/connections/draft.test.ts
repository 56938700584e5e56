import { configOf, draftOf, isPasted, isToldAnew, isWhole, wholeMappings } from "./draft";
import type { Connection, Kind } from "./queries";

const kind: Kind = {
  name: "kodi",
  title: "Kodi",
  website: "",
  attribution: null,
  abilities: ["player"],
  fields: [
    { name: "url", form: "url", is_needed: true, usual: null },
    { name: "user", form: "text", is_needed: false, usual: null },
    { name: "password", form: "secret", is_needed: true, usual: null },
  ],
};
const connection = {
  id: "1",
  name: "Den",
  options: { url: "http://den:8080", user: "kodi" },
  secrets: ["password"],
  mappings: [],
} as unknown as Connection;

test("a new connection says all of its fields, and needs those that it cannot do without", () => {
  const draft = draftOf(kind, null);
  expect(isWhole(kind, draft, null)).toBe(false);

  const told = { url: " http://den:8080 ", user: "", password: "secret" };
  expect(isWhole(kind, { ...draft, told }, null)).toBe(true);
  expect(configOf(kind, { ...draft, told }, null)).toEqual({
    url: "http://den:8080",
    user: null,
    password: "secret",
  });
});

test("a secret that is kept is said only when it is entered anew", () => {
  const draft = draftOf(kind, connection);
  expect(draft.told).toEqual({ url: "http://den:8080", user: "kodi", password: "" });
  expect(isWhole(kind, draft, connection)).toBe(true);
  expect(isToldAnew(kind, draft, connection)).toBe(false);

  const anew = { ...draft, told: { ...draft.told, password: "other" } };
  expect(isToldAnew(kind, anew, connection)).toBe(true);
  const without = { ...draft, told: { ...draft.told, user: "" } };
  expect(configOf(kind, without, connection)).toEqual({ url: "http://den:8080", user: null });
  expect(isToldAnew(kind, without, connection)).toBe(true);
});

test("where a service was found is its address, and a key that is pasted comes at once", () => {
  const draft = draftOf(kind, null, "http://den:8080");
  expect(draft.told["url"]).toBe("http://den:8080");

  const written = (password: string) => ({ ...draft, told: { ...draft.told, password } });
  expect(isPasted(kind, draft, written("0f3c1d5a"))).toBe(true);
  expect(isPasted(kind, written("0f3c1d5"), written("0f3c1d5a"))).toBe(false);
  expect(isPasted(kind, draft, { ...draft, told: { url: "http://elsewhere" } })).toBe(false);
});

test("a mapping with one side is none yet", () => {
  const mappings = [
    { remote: "/a", local: "/b" },
    { remote: "/c", local: " " },
  ];
  expect(wholeMappings({ ...draftOf(kind, null), mappings })).toEqual([mappings[0]]);
});
