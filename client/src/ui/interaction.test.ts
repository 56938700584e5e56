/** @jest-environment node */
import { along, alongBeneath } from "./interaction";

test.each([
  ["ArrowDown", 9, 0],
  ["ArrowUp", 0, 9],
  ["ArrowUp", -1, 9],
  ["ArrowDown", -1, 0],
  ["Home", 5, 0],
  ["End", 5, 9],
  ["PageDown", 5, 9],
  ["PageUp", 5, 0],
  ["x", 5, undefined],
] as const)("%s leads from %i to %s in a list of ten", (key, at, next) => {
  expect(along(key, at, 10)).toBe(next);
});

test("no key leads anywhere in a list of none", () => {
  expect(along("End", 0, 0)).toBeUndefined();
});

test("a field with text keeps its own Home and End, and leaves the arrows to the list", () => {
  expect(alongBeneath("", "End", 0, 10)).toBe(9);
  expect(alongBeneath("tok", "End", 0, 10)).toBeUndefined();
  expect(alongBeneath("tok", "ArrowDown", 0, 10)).toBe(1);
});
