import { hasOwnIds, lockedByNfo, readIds } from "./identify";

const NOTHING = { tmdb: "", tvdb: "", imdb: "" };

test.each([
  [{ tmdb: "603" }, { tmdb_id: 603 }],
  [{ tmdb: "https://www.themoviedb.org/movie/603-the-matrix" }, { tmdb_id: 603 }],
  [{ tmdb: "https://www.themoviedb.org/tv/1399/" }, { tmdb_id: 1399 }],
  [{ tvdb: " 121361 " }, { tvdb_id: 121361 }],
  [{ imdb: "https://www.imdb.com/title/tt0133093/" }, { imdb_id: "tt0133093" }],
])("%o is read as %o", (typed, ids) => {
  const none = { tmdb_id: null, tvdb_id: null, imdb_id: null };
  expect(readIds({ ...NOTHING, ...typed })).toEqual({ ...none, ...ids });
});

test.each([{}, { tmdb: "0" }, { tmdb: "matrix" }, { imdb: "603" }, { tmdb: "603", imdb: "tt" }])(
  "%o names no work",
  (typed) => expect(readIds({ ...NOTHING, ...typed })).toBeUndefined(),
);

test("ids said by hand are told from what an NFO file locks", () => {
  const title = { locked_fields: ["imdb_id", "plot", "tmdb_id", "tvdb_id"] };
  expect(hasOwnIds(title)).toBe(true);
  expect(lockedByNfo(title)).toEqual(["plot"]);
  expect(hasOwnIds({ locked_fields: ["plot"] })).toBe(false);
});
