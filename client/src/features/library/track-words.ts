import { codecName } from "./facet-words";
import type { MediaFile, TitleDetail } from "./queries";

export type Video = MediaFile["video"][number];
export type Audio = MediaFile["audio"][number];
export type Subtitle = MediaFile["subtitles"][number];

const HEIGHTS = [
  [2000, "4K"],
  [1000, "1080p"],
  [700, "720p"],
  [560, "576p"],
  [460, "480p"],
] as const;

/** A picture's size as people name it; a wide picture counts by its width. */
export function resolution({ width = 0, height = 0 }: Partial<Video>): string {
  const tallest = Math.max(height, Math.floor((width * 9) / 16));
  return HEIGHTS.find(([limit]) => tallest >= limit)?.[1] ?? (height ? `${height}p` : "");
}

/** Channels as loudspeakers are counted: `5.1`. */
export function speakers({ channels = 0, layout }: Partial<Audio>): string {
  const known: Record<number, string> = { 1: "1.0", 2: "2.0", 6: "5.1", 7: "6.1", 8: "7.1" };
  return known[channels] ?? layout ?? (channels ? String(channels) : "");
}

/** A sound's codec as people name it, with what its frames made of it: `TrueHD Atmos`. */
export function soundName({ codec = "", profile }: Partial<Audio>): string {
  if (profile?.startsWith("DTS")) return profile.replace(" + ", " ");
  return profile?.includes("Atmos") ? `${codecName(codec)} Atmos` : codecName(codec);
}

/** The few words that tell how good a title's files are, each once. */
export function quality(files: readonly MediaFile[]): string[] {
  const words = files.flatMap((file) => [
    ...file.video
      .filter((track) => !track.is_attached_picture)
      .flatMap((track) => [
        resolution(track),
        codecName(track.codec),
        track.hdr === "SDR" ? "" : (track.hdr ?? ""),
      ]),
    ...file.audio.slice(0, 1).map((track) => `${soundName(track)} ${speakers(track)}`.trim()),
  ]);
  return [...new Set(words.filter(Boolean))].slice(0, 6);
}

/** Where an episode or season stands: `S01E02`. */
export function episodePlace(title: Pick<TitleDetail, "season_number" | "episode_number">): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const season = title.season_number === null ? "" : `S${two(title.season_number)}`;
  return title.episode_number === null ? season : `${season}E${two(title.episode_number)}`;
}

/** A path in two parts, so that its end stays in sight where its middle is cut. */
export function pathParts(path: string): { folder: string; name: string } {
  const at = path.lastIndexOf("/") + 1;
  return { folder: path.slice(0, at), name: path.slice(at) };
}
