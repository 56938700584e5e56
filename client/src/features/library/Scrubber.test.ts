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
