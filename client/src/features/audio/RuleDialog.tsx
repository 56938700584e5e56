import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useLibraries } from "@/features/library/queries";
import { useTongues } from "@/i18n/tongues";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Combobox } from "@/ui/Combobox";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { LanguageOrder } from "./LanguageOrder";
import { draftOf, ruleOf, type Draft } from "./rule-draft";
import { useSaveRule, type Rule } from "./rule-queries";
import { RuleTrial } from "./RuleTrial";

/** Writes a rule, and shows before it is saved what it would do to which files. */
export function RuleDialog({ rule, onClose }: { rule: Rule | null; onClose: () => void }) {
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf(rule));
  const save = useSaveRule(rule?.id ?? null, ({ name }) => toast(t("rules.saved", { name })));
  const sent = ruleOf(draft, "");
  const tried = ruleOf(draft, t("rules.unnamed"));
  const change = (said: Partial<Draft>) => setDraft((before) => ({ ...before, ...said }));
  const confirm = () => sent && save.mutate(sent, { onSuccess: onClose });
  return (
    <Dialog
      title={rule ? t("rules.edit", { name: rule.name }) : t("rules.add")}
      isOpen
      onClose={onClose}
      width={760}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("rules.save")}
            disabled={sent === null}
            busy={save.isPending}
            onPress={confirm}
          />
        </>
      }
    >
      {save.error && <ProblemView problem={told(save.error)} />}
      <Field label={t("rules.name")}>
        <Input value={draft.name} onChangeText={(name) => change({ name })} maxLength={200} />
      </Field>
      <Field label={t("rules.languages")} help={t("rules.languagesHint")}>
        <LanguageOrder
          languages={draft.languages}
          onChange={(languages) => change({ languages })}
        />
      </Field>
      <Conditions draft={draft} change={change} />
      <RuleTrial rule={tried} ruleId={rule?.id ?? null} />
    </Dialog>
  );
}

function Conditions({ draft, change }: { draft: Draft; change: (said: Partial<Draft>) => void }) {
  const { t } = useWords();
  const tongues = useTongues();
  const libraries = useLibraries();
  return (
    <>
      <Field label={t("rules.path")} help={t("rules.pathHint")}>
        <Input
          mono
          value={draft.path}
          placeholder={t("rules.pathExample")}
          onChangeText={(path) => change({ path })}
        />
      </Field>
      <View style={PAIR}>
        <View style={HALF}>
          <Field label={t("filter.library")}>
            <Select
              label={t("filter.library")}
              value={draft.library}
              onChange={(library) => change({ library })}
              choices={[
                { key: "", label: t("audio.everyLibrary") },
                ...(libraries.data ?? []).map(({ id, name }) => ({ key: id, label: name })),
              ]}
            />
          </Field>
        </View>
        <View style={HALF}>
          <Field label={t("filter.genre")}>
            <Input
              value={draft.genre}
              onChangeText={(genre) => change({ genre })}
              maxLength={200}
            />
          </Field>
        </View>
        <View style={HALF}>
          <Field label={t("rules.tag")} help={t("rules.tagHint")}>
            <Input value={draft.tag} onChangeText={(tag) => change({ tag })} maxLength={200} />
          </Field>
        </View>
        <View style={HALF}>
          <Field label={t("rules.undetermined")} help={t("rules.undeterminedHint")}>
            <Combobox
              label={t("rules.undetermined")}
              value={draft.undeterminedIs}
              onChange={(undeterminedIs) => change({ undeterminedIs })}
              choices={[{ key: "", label: t("rules.notGuessed") }, ...tongues]}
            />
          </Field>
        </View>
      </View>
    </>
  );
}

const PAIR = { flexDirection: "row", flexWrap: "wrap", gap: space.lg } as const;
const HALF = { flexGrow: 1, flexBasis: 260, minWidth: 0 } as const;
