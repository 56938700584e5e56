import { contrast } from "@/ui/contrast";
import { palettes } from "@/ui/tokens";

import { hex, VEIL } from "./fade";

/** Where the first words stand over a picture, on a phone: nowhere higher. */
const FIRST_WORDS = 15;

const over = (color: string, behind: number, part: number) =>
  `#${[1, 3, 5]
    .map((at) => parseInt(color.slice(at, at + 2), 16))
    .map((channel) => hex((channel * part + behind * (100 - part)) / 100))
    .join("")}`;

test.each(["dark", "light"] as const)("words can be read over whatever picture: %s", (scheme) => {
  const { bg, text } = palettes[scheme];
  for (const [at, part] of VEIL.filter(([at]) => at >= FIRST_WORDS))
    for (const behind of [0, 255])
      expect([at, contrast(text, over(bg, behind, part)) >= 4.5]).toEqual([at, true]);
});
