/* eslint-disable @typescript-eslint/no-require-imports -- so that a release leaves the gallery out */
import { Redirect } from "expo-router";

type Gallery = typeof import("@/features/gallery/GalleryScreen");

/** Every primitive in both themes; a released build has no such place. */
export default __DEV__
  ? (require("@/features/gallery/GalleryScreen") as Gallery).GalleryScreen
  : () => <Redirect href="/" />;
