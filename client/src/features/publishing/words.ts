import { saidOf } from "@/api/problem";
import { typeWords } from "@/features/artwork/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";

import type { PlannedFile, Profile, Publication, Published } from "./queries";

/** What the players are called, in every language. */
export const PLAYERS: Record<Profile, string> = {
  kodi: "Kodi",
  jellyfin: "Jellyfin",
  plex: "Plex",
};

export const playersIn = (profiles: readonly Profile[]): string =>
  profiles.map((each) => PLAYERS[each]).join(", ");

type Refusal = { key: string; sentence: string; hint: string; facts: Record<string, unknown> };

/** Says in the user's language why a title is left as it is. */
export const refusalOf = ({ sentence, ...rest }: Refusal) => saidOf({ ...rest, detail: sentence });

/** The words for what is published. */
export function usePublishWords() {
  const { t } = useWords();
  const format = useFormat();
  const type = (name: string, number: number): string => {
    if (name === "nfo") return t("publish.nfo");
    const said = typeWords(name, t);
    return number ? `${said} ${format.number(number + 1)}` : said;
  };
  return {
    type,
    player: ({ name, state }: Publication["players"][number]): string =>
      t(`publish.player.${state}`, { name }),
    why: (file: PlannedFile): string =>
      t(`publish.why.${file.why as "new"}`, { defaultValue: file.why }),
    failure: ({ problem, problem_key, problem_facts }: Publication): string =>
      problem_key
        ? refusalOf({
            key: problem_key,
            sentence: problem ?? "",
            hint: "",
            facts: problem_facts ?? {},
          }).sentence
        : (problem ?? ""),
    done: ({ published, refused, failed }: Published): string => {
      const left = refused + failed;
      const done = published
        ? t("publish.done", { count: published, shown: format.number(published) })
        : "";
      const rest = left ? t("publish.left", { count: left, shown: format.number(left) }) : "";
      return [done, rest].filter(Boolean).join(" ") || t("publish.nothingNew");
    },
    restored: (count: number): string =>
      count ? t("publish.restored", { count, shown: format.number(count) }) : t("publish.allThere"),
  };
}
