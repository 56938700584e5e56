import { ProblemError, told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords, type Words } from "@/i18n/words";
import { whyWords } from "@/features/audio/why";
import type { Became, PreviewedFile } from "@/ui/ChangePreview";

import type { Change, ChangeSet, Refusal } from "./queries";

/** A path in two parts: what a file is called, and where it lies. */
export function nameAndPlace(path: string): { name: string; place: string } {
  const at = path.lastIndexOf("/") + 1;
  return { name: path.slice(at), place: path.slice(0, at) };
}

/** Whether a set took another back; what took that back did something again. */
export const isUndo = ({ kind }: Pick<ChangeSet, "kind">): boolean => kind === "changes.undo";

/** Says in the user's language why a file, by its name, is left alone, and what to do next. */
export function refusalWords({ path, facts, ...said }: Refusal) {
  return refusalSaid({ ...said, facts: { ...facts, path: nameAndPlace(path).name } });
}

/** Says why something is left as it is. */
export function refusalSaid({ key, facts, hint, sentence }: Omit<Refusal, "path">) {
  return told(new ProblemError({ status: 0, title: "", detail: sentence, hint, key, facts }));
}

/** What a change made of its file, as pairs of before and after. */
export function becameOf(change: Change, t: Words, bytes: (value: number) => string): Became[] {
  const yesOrNo = (value: number) => t(value ? "changes.yes" : "changes.no");
  const tracks = (change.tracks ?? []).map(({ track, setting, before, after }) => {
    const isNumber = setting === "alternate group";
    return {
      what: t(`changes.setting.${setting.replace(" ", "_") as "default"}`, { track }),
      before: isNumber ? String(before) : yesOrNo(before),
      after: isNumber ? String(after) : yesOrNo(after),
    };
  });
  const size = ({ size_bytes }: { size_bytes: number }) => bytes(size_bytes);
  const whole: Became[] = [];
  if (change.moved_from && change.moved_from !== change.path)
    whole.push({ what: t("changes.place"), before: change.moved_from, after: change.path });
  else if (change.deed !== "edit")
    whole.push({
      what: t("changes.file"),
      before: change.before ? size(change.before) : t("changes.nothing"),
      after: change.after ? size(change.after) : t("changes.nothing"),
    });
  return [...whole, ...tracks];
}

/** What a run over many files is called, by a key and facts. */
export type RunSaid = ChangeSet["said"];

/** What a run over many files is called, in the user's language. */
export function runTitle(said: RunSaid, t: Words): string {
  const replace = said?.facts;
  return said ? t(`runs.said.${said.key as "in"}`, { defaultValue: "", replace }) : "";
}

/** Why a file was written, in the user's language; in the server's, where that is all it said. */
export function reasonOf(
  change: Change,
  set: Pick<ChangeSet, "kind"> | undefined,
  t: Words,
  tongue: (tag: string) => string,
): string {
  if (change.said.length === 0) return change.reason;
  const why = whyWords(change, t, tongue) ?? change.reason;
  return set && isUndo(set) ? t("changes.takesBack", { why }) : why;
}

/** The words for what was written. */
export function useChangeWords() {
  const { t } = useWords();
  const format = useFormat();
  return {
    kind: (kind: string): string =>
      t(`changes.kind.${kind.replaceAll(".", "_") as "audio_fix"}`, { defaultValue: kind }),
    files: (count: number): string => t("changes.files", { count, shown: format.number(count) }),
    by: ({ asked_by, asked_by_name }: Pick<ChangeSet, "asked_by" | "asked_by_name">): string =>
      asked_by ? t("changes.by", { name: asked_by_name ?? asked_by }) : t("changes.byItself"),
    title: ({ said, title }: Pick<ChangeSet, "said" | "title">): string =>
      runTitle(said, t) || title,
    previewed: (change: Change, set?: Pick<ChangeSet, "kind">): PreviewedFile => ({
      key: change.id,
      ...nameAndPlace(change.path),
      became: becameOf(change, t, format.bytes),
      reason: reasonOf(change, set, t, format.tongue),
    }),
  };
}
