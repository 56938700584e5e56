import { useWords } from "@/i18n/words";

import { SetList } from "./SetList";

/** What was ever written into a title's files, or below its folder. */
export function HistoryTab({ path }: { path: string }) {
  const { t } = useWords();
  return (
    <SetList filter={{ file: path }} none={t("changes.noneHere")} hint={t("changes.noneHint")} />
  );
}
