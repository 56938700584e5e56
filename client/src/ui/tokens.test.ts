import { contrast } from "./contrast";
import { palettes, textPairs, type Scheme } from "./tokens";

const schemes = Object.keys(palettes) as Scheme[];

test.each(schemes)("every pair of text and ground in the %s theme can be read", (scheme) => {
  const colors = palettes[scheme];
  const weak = textPairs
    .map(([ink, ground]) => ({ ink, ground, ratio: contrast(colors[ink], colors[ground]) }))
    .filter(({ ratio }) => ratio < 4.5);
  expect(weak).toEqual([]);
});

test.each(schemes)("the edges of controls can be seen in the %s theme", (scheme) => {
  const colors = palettes[scheme];
  for (const ground of ["bg", "surface", "raised", "overlay"] as const) {
    expect(contrast(colors.control, colors[ground])).toBeGreaterThanOrEqual(3);
  }
});

test("black on white is as the standard says", () => {
  expect(contrast("#000000", "#FFFFFF")).toBeCloseTo(21);
});
