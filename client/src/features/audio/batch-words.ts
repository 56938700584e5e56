import { refusalWords, runTitle } from "@/features/changes/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";

import type { Batch, BatchFile, FileStatus } from "./batch-queries";
import { whyWords } from "./why";

export const STATUSES = ["changed", "right", "skipped", "failed"] as const satisfies FileStatus[];

/** The seconds until a moment, and none once it has passed. */
export function secondsUntil(moment: string | null, now: number): number | null {
  return moment === null ? null : Math.max(0, (Date.parse(moment) - now) / 1_000);
}

/** Says why a file was left alone, and what to do next. */
function problemWords(
  { reason, path }: Pick<BatchFile, "reason" | "path">,
  problem: NonNullable<BatchFile["problem"]>,
): string {
  const { sentence, hint } = refusalWords({ ...problem, sentence: reason ?? "", path });
  return `${sentence} ${hint}`.trim();
}

/** The words for runs over many files. */
export function useBatchWords() {
  const { t } = useWords();
  const format = useFormat();
  const count = (status: FileStatus, value: number) =>
    t(`runs.status.${status}`, { shown: format.number(value) });
  return {
    count,
    title: ({ said, title }: Pick<Batch, "said" | "title">): string => runTitle(said, t) || title,
    why: (file: Pick<BatchFile, "said" | "problem" | "reason" | "path">): string | undefined =>
      file.problem
        ? problemWords(file, file.problem)
        : (whyWords(file, t, format.tongue) ?? undefined),
    by: ({ asked_by, asked_by_name }: Batch): string =>
      t("changes.by", { name: asked_by_name ?? asked_by }),
    counts: (batch: Batch): string =>
      [
        batch.dry_run ? t("runs.dry") : null,
        ...STATUSES.filter((status) => batch[status] > 0).map((status) =>
          count(status, batch[status]),
        ),
      ]
        .filter(Boolean)
        .join(" · "),
    progress: (batch: Batch): string => {
      const left = secondsUntil(batch.eta_at, Date.now());
      return [
        batch.total === null
          ? t("runs.listing")
          : `${format.number(batch.processed)} / ${format.number(batch.total)}`,
        batch.percent === null ? null : `${format.number(batch.percent)} %`,
        left === null ? null : t("jobs.left", { time: format.span(left) }),
      ]
        .filter(Boolean)
        .join(" · ");
    },
  };
}
