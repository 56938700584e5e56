import { groups } from "./Scrubber";

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
