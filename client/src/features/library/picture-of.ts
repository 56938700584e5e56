import { artworkUrl } from "@/api/client";

import type { TitleDetail } from "./queries";

/** The first picture of these types, of the title itself or else of what is above it. */
export function pictureOf(
  titles: readonly TitleDetail[],
  types: readonly string[],
  wanted: "medium" | "large",
): string | null {
  for (const title of titles) {
    for (const type of types) {
      const found = title.artwork.find((each) => each.type === type && each.number === 0);
      if (found) return artworkUrl(title.id, type, { version: found.version, size: wanted });
    }
  }
  return null;
}
