import { saidByKey } from "@/api/problem";
import { useWords } from "@/i18n/words";

import type { TitleDetail } from "./queries";

type Fault = Pick<TitleDetail["faults"][number], "kind" | "reason" | "cause">;

/** Says in the user's language what is wrong with a file, what that means, and exactly why. */
export function useFaultWords() {
  const { t } = useWords();
  return {
    kind: ({ kind }: Fault): string =>
      t(`fault.${kind as "truncated"}`, { defaultValue: kind.replaceAll("_", " ") }),
    says: ({ kind, reason }: Fault): string =>
      t(`faultSays.${kind as "truncated"}`, { defaultValue: reason }),
    why: ({ cause, reason }: Fault): string =>
      cause ? saidByKey(`faultCause.${cause.key}`, cause.facts, reason) : reason,
  };
}
