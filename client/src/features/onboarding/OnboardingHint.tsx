import SparkIcon from "lucide-react-native/icons/list-checks";

import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Notice } from "@/ui/Feedback";
import { LinkToAll } from "@/ui/Link";

import { useOnboarding } from "./queries";

/** Leads back to a set-up that somebody has begun and not ended. */
export function OnboardingHint() {
  const { t } = useWords();
  const next = useOnboarding(useMay("admin")).data?.step;
  if (!next) return null;
  return (
    <Notice icon={SparkIcon} action={<LinkToAll href="/welcome" label={t("firstRun.resume")} />}>
      {t("firstRun.unfinished", { step: t(`firstRun.short.${next}`) })}
    </Notice>
  );
}
