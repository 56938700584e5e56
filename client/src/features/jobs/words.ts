import { ProblemError, told } from "@/api/problem";
import { whyWords, type Decided } from "@/features/audio/why";
import { runTitle, type RunSaid } from "@/features/changes/words";
import { useFormat } from "@/i18n/format";
import { useWords, type Words } from "@/i18n/words";

import type { Job } from "./queries";

/** A sentence as the name under which its words stand: `Read it back` as `read_it_back`. */
const nameOf = (sentence: string): string => sentence.toLowerCase().replaceAll(" ", "_");

/** Why a job ended as it did: in the user's language by its cause, else in the server's words. */
export function problemOf({ error, cause }: Pick<Job, "error" | "cause">): ProblemError {
  const { key, facts } = cause ?? { key: "", facts: {} };
  return new ProblemError({ status: 0, title: "", detail: error ?? "", hint: "", key, facts });
}

/** The same in one line. */
export function errorSaid(job: Pick<Job, "error" | "cause">): string {
  const { sentence, hint } = told(problemOf(job));
  return [sentence, hint].filter(Boolean).join(" ");
}

/** What a job is about, in the user's language, where that is no name. */
function namedAs({ arguments: said }: Pick<Job, "arguments">, t: Words): { title?: string } {
  const title = runTitle((said as { named?: RunSaid }).named ?? null, t);
  return title ? { title } : {};
}

/** Says what jobs are and do in the user's language; what has no words is said in the server's. */
export function useJobWords() {
  const { t } = useWords();
  const { tongue } = useFormat();
  const kind = (name: string, otherwise: string): string =>
    t(`jobKind.${name.replaceAll(".", "_") as "library_scan"}`, { defaultValue: otherwise });
  return {
    kind,
    title: (job: Pick<Job, "kind" | "title" | "arguments">): string =>
      runTitle((job.arguments as { said?: RunSaid }).said ?? null, t) ||
      t(`jobTitle.${job.kind.replaceAll(".", "_") as "library_scan"}`, {
        ...(job.arguments as { name: string }),
        ...namedAs(job, t),
        defaultValue: kind(job.kind, job.title),
      }),
    why: ({ result }: Pick<Job, "result">): string | null =>
      result?.["said"] ? whyWords(result as Decided, t, tongue) : null,
    says: (sentence: string): string =>
      t(`jobSays.${nameOf(sentence) as "reading_files"}`, { defaultValue: sentence }),
  };
}
