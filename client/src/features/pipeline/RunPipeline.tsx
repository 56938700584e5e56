import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import type { Library } from "@/features/library/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { Checkbox, Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { PASSES, useCounts, useProcess, type Counts, type Pass } from "./queries";

const ALL = "all";

/** Looks after one library or all in passes: shows what each would look into, then does it. */
export function RunPipeline({
  libraries,
  onClose,
}: {
  libraries: readonly Library[];
  onClose: () => void;
}) {
  const { t } = useWords();
  const [chosen, setChosen] = useState(ALL);
  const [everything, setEverything] = useState(false);
  const [passes, setPasses] = useState<readonly Pass[]>(PASSES);
  const libraryIds = libraries.map(({ id }) => id).filter((id) => [ALL, id].includes(chosen));
  const { counts, error } = useCounts(libraryIds, everything);
  const process = useProcess(() => toast(t("pipeline.queued")));
  const run = () =>
    process.mutate(
      { libraryIds, passes: PASSES.filter((each) => passes.includes(each)), everything },
      { onSuccess: onClose },
    );
  const problem = process.error ?? error;
  return (
    <Dialog
      title={t("pipeline.run")}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("pipeline.run")}
            disabled={passes.length === 0}
            busy={process.isPending}
            onPress={run}
          />
        </>
      }
    >
      <Field label={t("pipeline.where")}>
        <Select
          label={t("pipeline.where")}
          value={chosen}
          choices={[
            { key: ALL, label: t("pipeline.everywhere") },
            ...libraries.map(({ id, name }) => ({ key: id, label: name })),
          ]}
          onChange={setChosen}
        />
      </Field>
      <Switch label={t("pipeline.everything")} value={everything} onChange={setEverything} />
      <Text step="small" color="muted">
        {t(everything ? "pipeline.everythingHint" : "pipeline.openHint")}
      </Text>
      <PassChoices chosen={passes} counts={counts} onChange={setPasses} />
      {problem && <ProblemView problem={told(problem)} />}
    </Dialog>
  );
}

/** Which passes are made, and what each would look into. */
export function PassChoices({
  chosen,
  counts,
  onChange,
}: {
  chosen: readonly Pass[];
  counts: Counts | undefined;
  onChange: (chosen: readonly Pass[]) => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  return PASSES.map((each) => (
    <View key={each} style={{ flexDirection: "row", alignItems: "center", gap: space.md }}>
      <View style={{ flex: 1 }}>
        <Checkbox
          label={t(`pipeline.${each}`)}
          value={chosen.includes(each)}
          onChange={(isOn) =>
            onChange(isOn ? [...chosen, each] : chosen.filter((other) => other !== each))
          }
        />
      </View>
      <Text step="small" color="muted" tabular>
        {counts ? t("pipeline.count", { shown: format.number(counts[each]) }) : "…"}
      </Text>
    </View>
  ));
}
