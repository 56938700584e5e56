import { chosenCount, readFilter, toggled, writeFilter } from "./filter";

test("an address says what is shown, and gives the same filter again", () => {
  const filter = readFilter({
    kind: "movie",
    genre: "Drama,Science Fiction",
    has_faults: "true",
    year_from: "1980",
    size_to: "1073741824",
    added_since: "2026-11-19",
    sort: "year",
    order: "asc",
  });
  expect(filter).toEqual({
    year_from: 1980,
    size_to: 1_073_741_824,
    added_since: "2026-11-19T00:00:00Z",
    kind: ["movie"],
    genre: ["Drama", "Science Fiction"],
    has_faults: true,
    sort: "year",
    order: "asc",
  });
  expect(readFilter(writeFilter(filter))).toEqual(filter);
  expect(chosenCount(filter)).toBe(7);
});

test("what is usual stands in no address", () => {
  const said = Object.values(writeFilter(readFilter({}))).filter((each) => each !== undefined);
  expect(said).toEqual([]);
});

test("what is not understood does not narrow", () => {
  expect(
    readFilter({ sort: "colour", order: "sideways", has_faults: "perhaps", year_to: "soon" }),
  ).toEqual({
    sort: "title",
    order: "asc",
  });
});

test("a value that is chosen twice is let go", () => {
  const once = toggled(readFilter({}), "genre", "Drama");
  expect(once.genre).toEqual(["Drama"]);
  expect(toggled(once, "genre", "Drama").genre).toBeUndefined();
});
