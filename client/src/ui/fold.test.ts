import { fitting, folded } from "./fold";

const zones = ["Europe/Istanbul", "America/New_York", "Asia/Tokyo"].map((key) => ({
  key,
  label: key.replaceAll("_", " "),
}));

test.each([
  ["İstanbul", "istanbul"],
  ["ISPARTA", "isparta"],
  ["ısı", "isi"],
  ["Français", "francais"],
])("%s is looked for as %s", (word, expected) => expect(folded(word)).toBe(expected));

test("every word that is typed has to be there, in any order and without accents", () => {
  expect(fitting(zones, "york amer").map(({ key }) => key)).toEqual(["America/New_York"]);
  expect(fitting(zones, "İstan").map(({ key }) => key)).toEqual(["Europe/Istanbul"]);
  expect(fitting(zones, "nowhere")).toEqual([]);
  expect(fitting(zones, " ")).toBe(zones);
});

test("what begins with it comes first", () => {
  const tongues = [
    { key: "nds", label: "Low German" },
    { key: "de", label: "German" },
  ];
  expect(fitting(tongues, "ger").map(({ key }) => key)).toEqual(["de", "nds"]);
});
