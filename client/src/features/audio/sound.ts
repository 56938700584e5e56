import { nameAndPlace } from "@/features/changes/words";
import { codecName } from "@/features/library/facet-words";
import { episodePlace, speakers } from "@/features/library/track-words";
import { useFormat } from "@/i18n/format";
import { useWords, type Words } from "@/i18n/words";
import type { PreviewedFile } from "@/ui/ChangePreview";

import type { FileAudio, SoundTrack } from "./queries";
import { whyWords } from "./why";

type Tongue = (tag: string) => string;

/** A track in a few words: `Japanese FLAC 5.1`. */
export function trackWords(
  track: Pick<SoundTrack, "language" | "codec" | "channels" | "layout">,
  t: Words,
  tongue: Tongue,
): string {
  const language = track.language === "und" ? t("track.unknownLanguage") : tongue(track.language);
  const loud = speakers({ channels: track.channels, layout: track.layout ?? undefined });
  return [language, codecName(track.codec), loud].filter(Boolean).join(" ");
}

/** The tracks that a player may start with now; without any that is marked, it takes the first. */
export function startingTracks(file: Pick<FileAudio, "tracks" | "current">): SoundTrack[] {
  return file.tracks.filter(({ index }) => file.current.includes(index));
}

export const wantedTrack = ({ tracks, wanted }: Pick<FileAudio, "tracks" | "wanted">) =>
  tracks.find(({ index }) => index === wanted);

/** Moves what stands at a place by some steps; past an end it stays. */
export function moved<Item>(items: readonly Item[], at: number, by: number): Item[] {
  const to = at + by;
  const item = items[at];
  if (item === undefined || to < 0 || to >= items.length) return [...items];
  const rest = items.filter((_, each) => each !== at);
  return [...rest.slice(0, to), item, ...rest.slice(to)];
}

/** The words for sound. */
export function useSoundWords() {
  const { t } = useWords();
  const format = useFormat();
  const track = (each: SoundTrack) => trackWords(each, t, format.tongueAlone);
  const plays = ({ title }: Pick<FileAudio, "title">): string =>
    title
      ? [title.series, episodePlace(title), title.title, title.series ? null : title.year]
          .filter(Boolean)
          .join(" · ")
      : "";
  return {
    track,
    plays,
    why: (decided: Pick<FileAudio, "said" | "reason">) => whyWords(decided, t, format.tongue),
    language: (tag: string) =>
      tag.toLowerCase() === "original" ? t("rules.original") : format.tongueAlone(tag),
    previewed: (file: FileAudio): PreviewedFile => {
      const wanted = wantedTrack(file);
      const starting = startingTracks(file).map(track).join(", ");
      const { name, place } = nameAndPlace(file.path);
      return {
        key: file.file_id,
        name,
        place: plays(file) || place,
        became:
          wanted && file.state === "wrong"
            ? [
                {
                  what: t("sound.playsFirst"),
                  before: starting || t("sound.notSaid"),
                  after: track(wanted),
                },
              ]
            : [],
        reason: whyWords(file, t, format.tongue) ?? undefined,
      };
    },
  };
}
