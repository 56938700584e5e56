import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { ProblemView } from "@/ui/Feedback";
import { space } from "@/ui/tokens";

import { useSettle, type StepName } from "./queries";

/** Goes on: with what is done, or without; both are kept. */
export function StepFoot({
  step,
  isDone,
  isBusy = false,
  before,
  onSettled,
}: {
  step: StepName;
  /** Whether there is anything here that was done; else one can only skip it. */
  isDone: boolean;
  isBusy?: boolean;
  /** What has to be saved first; where it fails, nobody goes on. */
  before?: () => Promise<unknown>;
  onSettled: () => void;
}) {
  const { t } = useWords();
  const settle = useSettle();
  const skip = () => settle.mutate({ step, outcome: "skipped" }, { onSuccess: onSettled });
  const goOn = async () => {
    await before?.();
    settle.mutate({ step, outcome: "done" }, { onSuccess: onSettled });
  };
  return (
    <View style={{ gap: space.md }}>
      {settle.error && <ProblemView problem={told(settle.error)} />}
      <View
        style={{
          flexDirection: "row",
          flexWrap: "wrap",
          justifyContent: "flex-end",
          gap: space.sm,
        }}
      >
        <Button
          tone="quiet"
          label={t("firstRun.skip")}
          disabled={settle.isPending || isBusy}
          onPress={skip}
        />
        <Button
          tone="primary"
          label={t("firstRun.goOn")}
          busy={settle.isPending || isBusy}
          disabled={!isDone}
          onPress={() => void goOn().catch(() => undefined)} // it is told where it is saved
        />
      </View>
    </View>
  );
}
