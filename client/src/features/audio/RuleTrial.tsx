import { useEffect, useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { ChangePreview } from "@/ui/ChangePreview";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useRuleTrial, type RuleSent } from "./rule-queries";
import { useSoundWords } from "./sound";

const PATIENCE = 350;

/** What a rule that is being written would do: how many files it would change, and which. */
export function RuleTrial({ rule, ruleId }: { rule: RuleSent | null; ruleId: string | null }) {
  const words = useSoundWords();
  const settled = useSettled(rule);
  const trial = useRuleTrial(settled && { rule: settled, rule_id: ruleId });
  const files = trial.data?.pages.flatMap((page) => page.listed) ?? [];
  if (settled === null) return null;
  return (
    <View aria-live="polite" style={{ gap: space.md }}>
      {trial.error && <ProblemView problem={told(trial.error)} />}
      {trial.isLoading && <Skeleton height={48} />}
      {trial.data && !trial.error && (
        <>
          <Outcome {...trial.data.pages[0]} />
          {files.length > 0 && (
            <Card flush>
              <ChangePreview files={files.map(words.previewed)} />
            </Card>
          )}
          <More of={trial} />
        </>
      )}
    </View>
  );
}

function Outcome({
  files,
  would_change,
  otherwise,
}: {
  files?: number | null;
  would_change?: number | null;
  otherwise?: number | null;
}) {
  const { t } = useWords();
  const format = useFormat();
  return (
    <View>
      <Text weight="medium" tabular>
        {t("rules.wouldChange", {
          count: files ?? 0,
          changed: format.number(would_change ?? 0),
          shown: format.number(files ?? 0),
        })}
      </Text>
      <Text step="small" color="muted" tabular>
        {t("rules.otherwise", { count: otherwise ?? 0, shown: format.number(otherwise ?? 0) })}
      </Text>
    </View>
  );
}

/** What was said last, once it has stood for a moment. */
function useSettled(rule: RuleSent | null): RuleSent | null {
  const written = JSON.stringify(rule);
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), PATIENCE);
    return () => clearTimeout(timer);
  }, [written]);
  return JSON.parse(settled) as RuleSent | null;
}
