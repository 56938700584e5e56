import { saidByKey } from "@/api/problem";
import { useJobWords } from "@/features/jobs/words";
import { useFormat } from "@/i18n/format";
import { i18n, useWords } from "@/i18n/words";

import type { Notice } from "./queries";

type Cause = { key: string; facts: Record<string, unknown> };
type Facts = {
  title?: string;
  why?: string;
  address?: string;
  cause?: Cause | null;
  fault_cause?: Cause;
  job_kind?: string;
  arguments?: Record<string, unknown>;
};

/** Why something occurred, in the user's language where its cause is known, else as it was said. */
function why({ why: said = "", cause, fault_cause: fault }: Facts): string {
  if (fault) return saidByKey(`faultCause.${fault.key}`, fault.facts, said);
  return cause ? saidByKey(`problems.${cause.key}.sentence`, cause.facts, said) : said;
}

/** Says what occurred, and what became of telling it, in the user's language. */
export function useNoticeWords() {
  const { t } = useWords();
  const format = useFormat();
  const jobs = useJobWords();
  const title = ({ title: called = "", job_kind: kind, arguments: given = {} }: Facts) =>
    kind ? jobs.title({ kind, title: called, arguments: given }) : called;
  return {
    sentence: (notice: Notice): string => {
      const facts = notice.facts as Facts;
      const own = `notifications.said.${notice.kind}`;
      const key = i18n.exists(own) ? own : "notifications.said.else";
      return t(key as "notifications.said.else", {
        ...facts,
        title: title(facts),
        why: why(facts),
      });
    },
    fate: ({ state, when, attempts, due_at: due, told_at: at }: Notice): string => {
      const moment = format.when(due);
      if (state === "waiting") {
        return attempts > 0
          ? t("notifications.again", { when: moment })
          : t(`notifications.comes.${when as "now"}`, { when: moment });
      }
      return [t(`notifications.state.${state}`), at && format.since(at)].filter(Boolean).join(" ");
    },
  };
}
