import { daysAgo, decades, isWithin, yearPlaces } from "./ranges";

const years = { "1979": 2, "1984": 1, "1986": 3, "2001": 4 };

test("years are counted by their decades, the latest first", () => {
  expect(decades(years)).toEqual([
    { from: 2000, to: 2009, count: 4 },
    { from: 1980, to: 1989, count: 4 },
    { from: 1970, to: 1979, count: 2 },
  ]);
});

test("each year leads to its first title, from either end", () => {
  const [newest, ...older] = yearPlaces(years, 12, true, 10);
  expect([newest, ...older].map((place) => [place?.year, place?.index])).toEqual([
    [2001, 0],
    [1986, 4],
    [1984, 7],
    [1979, 8],
  ]);
  const oldest = yearPlaces(years, 12, false, 10)[0];
  expect(oldest).toEqual({ year: 1979, isDecade: false, index: 2 }); // after two without a year
});

test("many years stand together by decades", () => {
  expect(yearPlaces(years, 10, true, 3).map(({ year, index }) => [year, index])).toEqual([
    [2000, 0],
    [1980, 4],
    [1970, 8],
  ]);
});

test("a filter says since when by a day", () => {
  expect(daysAgo(7, Date.UTC(2026, 10, 26, 16, 30))).toBe("2026-11-19T00:00:00Z");
});

test("a range is chosen when all of it is", () => {
  expect(isWithin({ year_from: 1980, year_to: 1989 }, { year_from: 1980, year_to: 1989 })).toBe(
    true,
  );
  expect(isWithin({ year_from: 1980 }, { year_from: 1980, year_to: 1989 })).toBe(false);
  expect(isWithin({}, { size_from: undefined, size_to: undefined })).toBe(true);
});
