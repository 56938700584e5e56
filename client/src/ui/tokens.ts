/** The look in values: named by role, never by colour. docs/design.md explains them. */

const dark = {
  bg: "#0D0F12",
  surface: "#14171C",
  raised: "#1B1F26",
  overlay: "#232833",
  line: "#262B34",
  lineStrong: "#3A4150",
  control: "#697386",
  text: "#F2F4F7",
  muted: "#A9B1BE",
  faint: "#8B94A3",
  accent: "#35C7AE",
  onAccent: "#06231E",
  accentSoft: "#12342F",
  good: "#5BC77A",
  goodSoft: "#15301D",
  warn: "#E7B549",
  warnSoft: "#352A10",
  bad: "#F0716B",
  badSoft: "#3A1A1A",
  info: "#6AA9F7",
  infoSoft: "#14283F",
  scrim: "rgba(4, 5, 7, 0.66)",
};

export type Colors = typeof dark;
export type ColorRole = keyof Colors;

const light: Colors = {
  bg: "#F7F6F3",
  surface: "#FFFFFF",
  raised: "#FFFFFF",
  overlay: "#FFFFFF",
  line: "#E6E3DC",
  lineStrong: "#CFCAC0",
  control: "#85807A",
  text: "#16181D",
  muted: "#545B66",
  faint: "#686F7B",
  accent: "#0B7667",
  onAccent: "#FFFFFF",
  accentSoft: "#DDF1ED",
  good: "#1F7A3D",
  goodSoft: "#E2F3E6",
  warn: "#8A5A00",
  warnSoft: "#FBF0D9",
  bad: "#B3261E",
  badSoft: "#FBE6E3",
  info: "#1B5FB8",
  infoSoft: "#E2EDFA",
  scrim: "rgba(22, 24, 29, 0.45)",
};

export const palettes = { dark, light };
export type Scheme = keyof typeof palettes;

export const space = { xs: 4, sm: 8, md: 12, lg: 16, xl: 24, xxl: 32, huge: 48 } as const;
export const radius = { control: 6, card: 10, sheet: 16, round: 999 } as const;
export const motion = { control: 120, sheet: 200 } as const;
export const size = {
  control: 36,
  touch: 44,
  icon: 18,
  stroke: 1.75,
  rail: 232,
  railFolded: 64,
  page: 1440,
  measure: 680,
  wide: 900,
} as const;
/** For what floats: a menu or a word in passing, and a sheet or dialog. */
export const shadow = {
  float: "0 8px 28px rgba(0, 0, 0, 0.28)",
  sheet: "0 16px 48px rgba(0, 0, 0, 0.35)",
} as const;
/** What lies over dialogs in a browser, which stand at 9999 there. */
export const OVER_ALL = 10_000;
export const rows = { comfortable: 44, compact: 34 } as const;

export const type = {
  tiny: { fontSize: 12, lineHeight: 17 },
  small: { fontSize: 13, lineHeight: 19 },
  body: { fontSize: 15, lineHeight: 22 },
  lead: { fontSize: 18, lineHeight: 25 },
  title: { fontSize: 22, lineHeight: 27 },
  display: { fontSize: 28, lineHeight: 34 },
  hero: { fontSize: 36, lineHeight: 42 },
} as const;
export type TypeStep = keyof typeof type;
export type Weight = "regular" | "medium" | "bold";

/** Every pair that text is set in; a test computes that each has a contrast of 4.5 or more. */
export const textPairs: readonly (readonly [ColorRole, ColorRole])[] = [
  ...(["bg", "surface", "raised", "overlay"] as const).flatMap((ground) =>
    (["text", "muted", "faint", "accent", "good", "warn", "bad", "info"] as const).map(
      (ink) => [ink, ground] as const,
    ),
  ),
  ["onAccent", "accent"],
  ["accent", "accentSoft"],
  ["text", "accentSoft"],
  ["good", "goodSoft"],
  ["warn", "warnSoft"],
  ["bad", "badSoft"],
  ["info", "infoSoft"],
  ["text", "goodSoft"],
  ["text", "warnSoft"],
  ["text", "badSoft"],
  ["text", "infoSoft"],
];
