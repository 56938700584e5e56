import { useRouter } from "expo-router";

import { useWords } from "@/i18n/words";
import { toast } from "@/ui/Toast";

type Sentence = "backups.begun" | "backups.checking" | "pictures.queued" | "schedules.begun";

/** Says that a job has begun, and leads to it. */
export function useToldOf() {
  const { t } = useWords();
  const router = useRouter();
  return (sentence: Sentence) => (job: { id: string }) =>
    toast(t(sentence), {
      action: {
        label: t("common.open"),
        onPress: () => router.push(`/jobs/${job.id}` as never),
      },
    });
}
