import { groups, placeAt } from "./Scrubber";

test("each letter leads to its first title, and all that is no letter stands together", () => {
  expect(groups({ "1": 2, "2": 1, a: 10, b: 5, z: 1 }, false)).toEqual([
    { letter: "#", index: 0, count: 3 },
    { letter: "A", index: 3, count: 10 },
    { letter: "B", index: 13, count: 5 },
    { letter: "Z", index: 18, count: 1 },
  ]);
});

test("in the other order they lead from the other end", () => {
  expect(groups({ a: 10, b: 5 }, true).map(({ letter, index }) => [letter, index])).toEqual([
    ["B", 0],
    ["A", 5],
  ]);
});

test("a few letters of another script stand together; where they are most, each by itself", () => {
  const letters = (found: Record<string, number>) =>
    groups(found, false).map((each) => each.letter);
  expect(letters({ a: 10, é: 1, い: 1, 見: 2 })).toEqual(["A", "É", "…"]);
  expect(letters({ a: 1, い: 4, 見: 2 })).toEqual(["A", "い", "見"]);
});

test("a finger is over the letter that is drawn there, and over the nearest beyond their ends", () => {
  // Ten letters of 26 in the middle of 300: from 20 to 280.
  expect([20, 45, 47, 279].map((y) => placeAt(y, 300, 10))).toEqual([0, 0, 1, 9]);
  expect([-40, 5, 299, 900].map((y) => placeAt(y, 300, 10))).toEqual([0, 0, 9, 9]);
});

test("where there is little room the letters stand closer, and each has its part", () => {
  const ys = Array.from({ length: 28 }, (_, at) => 8 + (at + 0.5) * 20);
  expect(ys.map((y) => placeAt(y, 576, 28))).toEqual(ys.map((_, at) => at));
});
