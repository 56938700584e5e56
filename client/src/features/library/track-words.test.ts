import { episodePlace, pathParts, resolution, soundName, speakers } from "./track-words";

test.each([
  [{ width: 3840, height: 1600 }, "4K"],
  [{ width: 1920, height: 800 }, "1080p"],
  [{ width: 1280, height: 720 }, "720p"],
  [{ width: 320, height: 240 }, "240p"],
])("a picture of %o is %s", (track, name) => expect(resolution(track)).toBe(name));

test.each([
  [{ channels: 6 }, "5.1"],
  [{ channels: 2 }, "2.0"],
  [{ channels: 5, layout: "4.1" }, "4.1"],
])("%o plays over %s", (track, name) => expect(speakers(track)).toBe(name));

test.each([
  [{ codec: "truehd", profile: "Dolby TrueHD + Dolby Atmos" }, "TrueHD Atmos"],
  [{ codec: "eac3", profile: "Dolby Digital Plus + Dolby Atmos" }, "E-AC-3 Atmos"],
  [{ codec: "dts", profile: "DTS-HD MA + DTS:X" }, "DTS-HD MA DTS:X"],
  [{ codec: "dts", profile: null }, "DTS"],
  [{ codec: "aac", profile: "LC" }, "AAC"],
])("a sound of %o is called %s", (track, name) => expect(soundName(track)).toBe(name));

test("an episode has a place, a season has half of one", () => {
  expect(episodePlace({ season_number: 1, episode_number: 2 })).toBe("S01E02");
  expect(episodePlace({ season_number: 12, episode_number: null })).toBe("S12");
});

test("the name of a file is told from its folder", () => {
  expect(pathParts("/films/Alien (1979)/Alien.mkv")).toEqual({
    folder: "/films/Alien (1979)/",
    name: "Alien.mkv",
  });
});
