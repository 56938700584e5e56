import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { useChangeSchedule, type Schedule } from "./queries";
import { useMeaning } from "./words";
import { ZoneField } from "./ZoneField";

const USUAL = ["*/30 * * * *", "0 */6 * * *", "0 2 * * *", "0 2 * * 1-5", "0 2 * * 0", "0 2 1 * *"];
const PARTS = ["minute", "hour", "day", "month", "weekday"] as const;
const SIGNS = [
  ["*", "any"],
  ["5", "one"],
  ["1,15", "some"],
  ["1-5", "range"],
  ["*/15", "every"],
] as const;

/** When a schedule begins: by a usual time, or by a pattern that is said in words as it is typed. */
export function EditSchedule({
  schedule,
  title,
  onClose,
}: {
  schedule: Schedule;
  title: string;
  onClose: () => void;
}) {
  const { t } = useWords();
  const words = useMeaning();
  const change = useChangeSchedule(schedule.name, () => toast(t("settings.saved")));
  const [at, setAt] = useState(schedule.at);
  const [zone, setZone] = useState(schedule.zone);
  const save = () => change.mutate({ at, zone }, { onSuccess: onClose });
  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button tone="primary" label={t("common.save")} busy={change.isPending} onPress={save} />
        </>
      }
    >
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {USUAL.map((pattern) => (
          <Chip
            key={pattern}
            label={words(pattern)}
            selected={pattern === at}
            onPress={() => setAt(pattern)}
          />
        ))}
      </View>
      <Field label={t("schedules.pattern")} help={t("schedules.patternHint")}>
        <Input mono value={at} onChangeText={setAt} maxLength={200} />
      </Field>
      <InParts pattern={at} words={words(at)} />
      <ZoneField zone={zone} help={t("schedules.zoneHint")} onChange={setZone} />
      {change.error && <ProblemView problem={told(change.error)} />}
    </Dialog>
  );
}

/** A pattern taken apart, and what may be written in each of its parts. */
function InParts({ pattern, words }: { pattern: string; words: string }) {
  const { t } = useWords();
  const parts = pattern.trim().split(/\s+/);
  return (
    <View style={{ gap: space.md }}>
      {words !== pattern && (
        <Text color="accent" weight="medium" aria-live="polite">
          {words}
        </Text>
      )}
      <View style={{ flexDirection: "row", gap: space.md }}>
        {PARTS.map((part, index) => (
          <View key={part} style={{ flex: 1, minWidth: 0, gap: 2 }}>
            <Text mono>{parts[index] ?? "–"}</Text>
            <Text step="tiny" color="muted">
              {t(`schedules.${part}`)}
            </Text>
          </View>
        ))}
      </View>
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: space.lg, rowGap: 4 }}>
        {SIGNS.map(([sign, meaning]) => (
          <Text key={sign} step="small" color="muted">
            <Text step="small" mono>
              {sign}
            </Text>{" "}
            {t(`schedules.sign_${meaning}`)}
          </Text>
        ))}
      </View>
    </View>
  );
}
