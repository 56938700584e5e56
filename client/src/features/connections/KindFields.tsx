import { useWords } from "@/i18n/words";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";

import { isKept } from "./draft";
import type { Connection, Kind, KindField } from "./queries";
import { useKindWords } from "./words";

/** The form that a kind of services asks for. */
export function KindFields({
  kind,
  connection,
  told,
  onChange,
}: {
  kind: Kind;
  connection: Connection | null;
  told: Readonly<Record<string, string>>;
  onChange: (told: Record<string, string>) => void;
}) {
  const { t } = useWords();
  const words = useKindWords();
  const helpOf = (field: KindField): string | undefined => {
    if (field.form === "url") return field.usual ? undefined : words.address(kind);
    return field.form === "secret" && field.is_needed ? words.where(kind) : undefined;
  };
  const placeholderOf = (field: KindField): string => {
    if (isKept(field, connection)) return t("connections.kept");
    return field.is_needed ? "" : t("connections.optional");
  };
  return kind.fields.map((field) => (
    <Field key={field.name} label={words.field(field.name)} help={helpOf(field)}>
      <Input
        mono={field.form !== "text"}
        value={told[field.name] ?? ""}
        placeholder={placeholderOf(field)}
        secureTextEntry={field.form === "secret"}
        inputMode={field.form === "url" ? "url" : "text"}
        autoComplete={field.form === "secret" ? "new-password" : "off"}
        maxLength={field.form === "url" ? 500 : 2000}
        onChangeText={(text) => onChange({ ...told, [field.name]: text })}
      />
    </Field>
  ));
}
