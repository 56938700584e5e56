import type { TitleDetail } from "./queries";

type Placed = Pick<TitleDetail, "kind" | "folder"> & {
  files: readonly Pick<TitleDetail["files"][number], "path">[];
};

/**
 * Where what was written for a title lies: below its folder, and so is what stands beside its files.
 *
 * An episode shares its folder with others, and so does a film that lies in a library's folder
 * itself: of these it is the only file.
 */
export function placeOf({ kind, files, folder }: Placed, roots: readonly string[]): string {
  const only = files.length === 1 ? files[0]?.path : undefined;
  const isShared = kind === "episode" || roots.includes(folder);
  return (isShared && only) || folder;
}
