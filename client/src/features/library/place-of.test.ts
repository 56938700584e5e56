import { placeOf } from "./place-of";

const film = (folder: string) => ({
  kind: "movie" as const,
  folder,
  files: [{ path: `${folder}/Heat.mkv` }],
});

test("what was written for a film lies below its folder, its pictures as well", () => {
  expect(placeOf(film("/films/Heat (1995)"), ["/films"])).toBe("/films/Heat (1995)");
});

test("where others lie in the same folder, it is the file alone", () => {
  expect(placeOf(film("/films"), ["/films"])).toBe("/films/Heat.mkv");
  expect(placeOf({ ...film("/series/S01"), kind: "episode" }, [])).toBe("/series/S01/Heat.mkv");
});

test("a title of many files or none is known by its folder", () => {
  expect(placeOf({ kind: "series", folder: "/series/A", files: [] }, ["/series"])).toBe(
    "/series/A",
  );
});
