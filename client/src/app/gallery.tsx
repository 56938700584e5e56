/* eslint-disable @typescript-eslint/no-require-imports -- so that a release leaves the gallery out */
import { Redirect } from "expo-router";

/** Every primitive in both themes; a released build has no such place. */
export default function Gallery() {
  if (!__DEV__) return <Redirect href="/" />;

  const { GalleryScreen } =
    require("@/features/gallery/GalleryScreen") as typeof import("@/features/gallery/GalleryScreen");
  return <GalleryScreen />;
}
