import { asTyped, fieldsOf, parsed, unsaved } from "./field";

const schema = {
  properties: {
    metrics: { type: "boolean", description: "Let a monitor read." },
    history_days: { type: "integer", minimum: 1, maximum: 30 },
    mode: { $ref: "#/$defs/Mode" },
    many: { type: "array" },
  },
  $defs: { Mode: { enum: ["a", "b"] } },
};

test("a section's schema becomes fields", () => {
  expect(fieldsOf(schema).map(({ title, shape }) => [title, shape.kind])).toEqual([
    ["Metrics", "switch"],
    ["History days", "number"],
    ["Mode", "choice"],
    ["Many", "json"],
  ]);
});

test("what a number counts is told by its name", () => {
  expect(fieldsOf(schema).map(({ unit }) => unit)).toEqual([
    undefined,
    "days",
    undefined,
    undefined,
  ]);
});

test.each([
  ["12", 12],
  ["0", undefined],
  ["31", undefined],
  ["1.5", undefined],
  ["", undefined],
  ["many", undefined],
])("%p as a whole number from 1 to 30 is %p", (typed, value) => {
  const shape = { kind: "number", isWhole: true, minimum: 1, maximum: 30 } as const;
  expect(parsed(shape, typed)).toBe(value);
});

test("a list is typed with commas", () => {
  const schema = { properties: { languages: { type: "array", items: { type: "string" } } } };
  expect(fieldsOf(schema)[0]?.shape).toEqual({ kind: "list" });
  expect(asTyped(["en", "ja"])).toBe("en, ja");
  expect(parsed({ kind: "list" }, " en,ja , ")).toEqual(["en", "ja"]);
});

test("a number with a comma is understood", () => {
  expect(parsed({ kind: "number", isWhole: false }, "2,5")).toBe(2.5);
});

test("what is typed stays when another saves, but for what they saved as well", () => {
  const typed = { history_days: "45", mode: "b" };
  expect(unsaved(typed, { history_days: 30, mode: "a", metrics: true })).toEqual(typed);
  expect(unsaved(typed, { history_days: 30, mode: "b" })).toEqual({ history_days: "45" });
});
