import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";

import type { Flag, ManyOf, Range, TitleFilter } from "./filter";
import { useLibraries } from "./queries";

const CODECS: Record<string, string> = {
  h264: "H.264", hevc: "HEVC", av1: "AV1", vp9: "VP9", mpeg4: "MPEG-4", mpeg2video: "MPEG-2",
  aac: "AAC", ac3: "AC-3", eac3: "E-AC-3", dts: "DTS", truehd: "TrueHD", flac: "FLAC", mp2: "MP2",
  mp3: "MP3", opus: "Opus", vorbis: "Vorbis", subrip: "SubRip", ass: "ASS", hdmv_pgs_subtitle: "PGS",
  dvd_subtitle: "VobSub", mov_text: "Timed text", webvtt: "WebVTT", srt: "SRT",
}; // prettier-ignore

export const codecName = (codec: string): string => CODECS[codec] ?? codec.toUpperCase();

const CONTAINERS: Record<string, string> = { matroska: "Matroska", webm: "WebM" };

export const containerName = (container: string): string =>
  CONTAINERS[container] ?? container.toUpperCase();

/** The words for what filters offer. */
export function useFacetWords() {
  const { t } = useWords();
  const format = useFormat();
  const libraries = useLibraries();
  const between = (from: string | null, to: string | null): string =>
    from && to
      ? t("filter.between", { from, to })
      : from
        ? t("filter.from", { from })
        : t("filter.to", { to: to ?? "" });
  return {
    name: (filter: ManyOf) => t(`filter.${filter}`),
    range: (range: Range, filter: TitleFilter): string => {
      const { year_from: first, year_to: last, size_from, size_to, added_since } = filter;
      const gigabytes = (bytes: number | null | undefined) => (bytes ? format.bytes(bytes) : null);
      if (range === "added") {
        return t("filter.since", { when: added_since ? format.date(added_since) : "" });
      }
      if (range === "size") return between(gigabytes(size_from), gigabytes(size_to));
      if (first && last === first + 9 && first % 10 === 0)
        return t("filter.decade", { year: first });
      return between(first ? String(first) : null, last ? String(last) : null);
    },
    flag: (flag: Flag, value: boolean) => t(`flag.${flag}_${value ? "on" : "off"}`),
    value: (filter: ManyOf, value: string): string => {
      switch (filter) {
        case "kind":
          return t(`kinds.${value as "movie"}`);
        case "state":
          return t(`state.${value as "identified"}`);
        case "default_audio":
          return t(`sound.state.${value as "wrong"}`);
        case "lacks":
          return t("filter.without", { picture: t(`artwork.${value as "poster"}`) });
        case "library":
          return libraries.data?.find(({ id }) => id === value)?.name ?? "…";
        case "audio_language":
        case "subtitle_language":
          return value === "und" ? t("track.unknownLanguage") : format.tongueAlone(value);
        case "video_codec":
        case "audio_codec":
          return codecName(value);
        case "resolution":
          return value === "2160p" ? "4K" : value === "sd" ? "SD" : value;
        default:
          return value;
      }
    },
  };
}
