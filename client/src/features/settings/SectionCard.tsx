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

import { fieldsOf, parsed, type Described } from "./field";
import { useSaveSection, type Section } from "./queries";

const asTyped = (value: unknown): string =>
  typeof value === "string" ? value : JSON.stringify(value);

/** One section of the settings, drawn from its schema; what is typed is kept until it is saved. */
export function SectionCard({ section }: { section: Section }) {
  const { t } = useWords();
  const may = useMay("admin");
  const { save, reset } = useSaveSection(section);
  const [edits, setEdits] = useState<Record<string, string>>({});
  const fields = fieldsOf(section.json_schema);
  const values = fields.map((field) => {
    const typed = edits[field.name];
    return {
      field,
      value: typed === undefined ? section.values[field.name] : parsed(field.shape, typed),
    };
  });
  const isFit = values.every(({ value }) => value !== undefined);
  const isChanged = Object.keys(edits).length > 0;
  const send = () => {
    const changed = values.filter(({ field }) => edits[field.name] !== undefined);
    save.mutate(Object.fromEntries(changed.map(({ field, value }) => [field.name, value])), {
      onSuccess: () => {
        setEdits({});
        toast(t("settings.saved"));
      },
    });
  };
  const title = t(`sections.${section.name as "jobs"}`, { defaultValue: section.title });
  return (
    <Card
      title={title}
      hint={section.help}
      action={
        may &&
        section.set_fields.length > 0 && (
          <Button
            tone="quiet"
            label={t("settings.reset")}
            busy={reset.isPending}
            onPress={() => reset.mutate(undefined, { onSuccess: () => setEdits({}) })}
          />
        )
      }
    >
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={edits[field.name] ?? asTyped(section.values[field.name])}
          usual={asTyped(section.defaults[field.name])}
          isSet={section.set_fields.includes(field.name)}
          disabled={!may}
          onChange={(typed) => {
            const { [field.name]: _, ...others } = edits;
            const isAsBefore = typed === asTyped(section.values[field.name]);
            setEdits(isAsBefore ? others : { ...others, [field.name]: typed });
          }}
        />
      ))}
      {save.error && <ProblemView problem={told(save.error)} />}
      {isChanged && (
        <View style={{ flexDirection: "row", justifyContent: "flex-end", gap: space.sm }}>
          <Button tone="quiet" label={t("common.cancel")} onPress={() => setEdits({})} />
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
  field: { title, help, shape },
  value,
  usual,
  isSet,
  disabled,
  onChange,
}: {
  field: Described;
  value: string;
  usual: string;
  isSet: boolean;
  disabled: boolean;
  onChange: (typed: string) => void;
}) {
  const { t } = useWords();
  const isWrong = parsed(shape, value) === undefined;
  const range =
    shape.kind === "number" && shape.minimum !== undefined && shape.maximum !== undefined
      ? t("settings.range", { minimum: shape.minimum, maximum: shape.maximum })
      : t("settings.unfit");
  return (
    <View style={{ gap: 4 }}>
      <Field label={title} help={help} wrong={isWrong ? range : null}>
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
            choices={shape.choices.map((key) => ({ key, label: key }))}
            onChange={onChange}
          />
        ) : (
          <View style={{ maxWidth: shape.kind === "number" ? 180 : undefined }}>
            <Input
              value={value}
              editable={!disabled}
              inputMode={shape.kind === "number" ? "decimal" : "text"}
              onChangeText={onChange}
            />
          </View>
        )}
      </Field>
      {isSet && (
        <Text step="tiny" color="muted">
          {t("settings.usual", { value: usual })}
        </Text>
      )}
    </View>
  );
}
