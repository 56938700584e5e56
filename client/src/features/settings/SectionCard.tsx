import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { asTyped, fieldsOf, parsed, unsaved, type Described } from "./field";
import { useSaveSection, type Section } from "./queries";
import { useSettingWords } from "./words";

/** One section of the settings, drawn from its schema; what is typed is kept until it is saved. */
export function SectionCard({ section }: { section: Section }) {
  const { t } = useWords();
  const may = useMay("admin");
  const words = useSettingWords();
  const { save, reset } = useSaveSection(section, () => toast(t("settings.saved")));
  const [typed, setTyped] = useState<Record<string, string>>({});
  const edits = unsaved(typed, section.values);
  const fields = fieldsOf(section.json_schema);
  const values = fields.map((field) => {
    const text = edits[field.name];
    return {
      field,
      value: text === undefined ? section.values[field.name] : parsed(field.shape, text),
    };
  });
  const isFit = values.every(({ value }) => value !== undefined);
  const isChanged = Object.keys(edits).length > 0;
  const send = () => {
    const changed = values.filter(({ field }) => edits[field.name] !== undefined);
    save.mutate(Object.fromEntries(changed.map(({ field, value }) => [field.name, value])), {
      onSuccess: () => setTyped((now) => unsaved(now, edits)), // what was typed meanwhile stays
    });
  };
  return (
    <Card
      title={words.section(section).title}
      hint={words.section(section).help}
      action={
        may &&
        section.set_fields.length > 0 && (
          <Button
            tone="quiet"
            label={t("settings.reset")}
            busy={reset.isPending}
            onPress={() => reset.mutate(undefined, { onSuccess: () => setTyped({}) })}
          />
        )
      }
    >
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          words={words.field(section.name, field)}
          nameChoice={(key) => words.choice(section.name, field.name, key)}
          value={edits[field.name] ?? asTyped(section.values[field.name])}
          usual={
            section.set_fields.includes(field.name)
              ? words.value(section.defaults[field.name])
              : null
          }
          disabled={!may}
          onChange={(text) => setTyped({ ...edits, [field.name]: text })}
        />
      ))}
      {save.error && <ProblemView problem={told(save.error)} />}
      {isChanged && (
        <View style={{ flexDirection: "row", justifyContent: "flex-end", gap: space.sm }}>
          <Button tone="quiet" label={t("common.cancel")} onPress={() => setTyped({})} />
          <Button
            tone="primary"
            label={t("common.save")}
            disabled={!isFit}
            busy={save.isPending}
            onPress={send}
          />
        </View>
      )}
    </Card>
  );
}

function OneField({
  field: { shape },
  words: { title, help, unit },
  nameChoice,
  value,
  usual,
  disabled,
  onChange,
}: {
  field: Described;
  words: ReturnType<ReturnType<typeof useSettingWords>["field"]>;
  nameChoice: (key: string) => string;
  value: string;
  /** The value that it would have unset; null while it has that. */
  usual: string | null;
  disabled: boolean;
  onChange: (typed: string) => void;
}) {
  const { t } = useWords();
  const isWrong = parsed(shape, value) === undefined;
  const range =
    shape.kind === "number" && shape.minimum !== undefined && shape.maximum !== undefined
      ? t("settings.range", { minimum: shape.minimum, maximum: shape.maximum })
      : t("settings.unfit");
  const told = usual === null ? help : `${help} ${t("settings.usual", { value: usual })}`;
  return (
    <Field label={title} help={told} wrong={isWrong ? range : null}>
      {shape.kind === "switch" ? (
        <Switch
          value={value === "true"}
          disabled={disabled}
          onChange={(on) => onChange(String(on))}
        />
      ) : shape.kind === "choice" ? (
        <Select
          label={title}
          value={value}
          choices={shape.choices.map((key) => ({ key, label: nameChoice(key) }))}
          onChange={onChange}
          disabled={disabled}
        />
      ) : (
        <View style={{ maxWidth: shape.kind === "number" ? 180 : undefined }}>
          <Input
            value={value}
            editable={!disabled}
            inputMode={shape.kind === "number" ? "decimal" : "text"}
            onChangeText={onChange}
            after={
              unit && (
                <Text step="small" color="muted">
                  {unit}
                </Text>
              )
            }
          />
        </View>
      )}
    </Field>
  );
}
