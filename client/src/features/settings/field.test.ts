import { fieldsOf, parsed } from "./field";

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

test("a number with a comma is understood", () => {
  expect(parsed({ kind: "number", isWhole: false }, "2,5")).toBe(2.5);
});
