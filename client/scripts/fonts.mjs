// Copies the faces that the page names into public/fonts: one weight axis, Latin and its extension.
import { copyFile, mkdir } from "node:fs/promises";

const faces = ["inter", "jetbrains-mono"];
const subsets = ["latin", "latin-ext"];
const target = new URL("../public/fonts/", import.meta.url);

await mkdir(target, { recursive: true });
for (const face of faces) {
  for (const subset of subsets) {
    const name = `${face}-${subset}-wght-normal.woff2`;
    const source = new URL(
      `../node_modules/@fontsource-variable/${face}/files/${name}`,
      import.meta.url,
    );
    await copyFile(source, new URL(`${face}-${subset}.woff2`, target));
  }
}
