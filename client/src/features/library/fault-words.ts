import { useWords } from "@/i18n/words";

import type { TitleDetail } from "./queries";

type Fault = Pick<TitleDetail["faults"][number], "kind" | "reason">;

/** Says what is wrong with a file in the user's language; `reason` has it in detail, in the server's. */
export function useFaultWords() {
  const { t } = useWords();
  return {
    kind: ({ kind }: Fault): string =>
      t(`fault.${kind as "truncated"}`, { defaultValue: kind.replaceAll("_", " ") }),
    says: ({ kind, reason }: Fault): string =>
      t(`faultSays.${kind as "truncated"}`, { defaultValue: reason }),
  };
}
