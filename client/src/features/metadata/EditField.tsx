import { useState } from "react";

import { told } from "@/api/problem";
import type { TitleDetail } from "@/features/library/queries";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";

import { read, shapeOf, typedOf, type FieldName } from "./fields";
import { useEdit } from "./queries";

const SEVERAL_LINES = new Set(["text", "list", "people", "links"]);

/** Asks for the value of one field; once saved, it is locked. */
export function EditField({
  title,
  field,
  onClose,
}: {
  title: TitleDetail;
  field: FieldName;
  onClose: () => void;
}) {
  const { t } = useWords();
  const edit = useEdit(title.id);
  const [typed, setTyped] = useState(() => typedOf(title, field));
  const shape = shapeOf(field);
  const value = read(field, typed, title);
  const name = t(`field.${field}`);
  const isList = shape === "list" || shape === "people" || shape === "links";
  const help = isList
    ? `${t("metadata.listHint")} ${t("metadata.lockedHint")}`
    : t("metadata.lockedHint");
  return (
    <Dialog
      title={t("metadata.edit", { field: name })}
      isOpen
      onClose={onClose}
      width={640}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t("common.save")}
            disabled={value === undefined}
            busy={edit.isPending}
            onPress={() => edit.mutate({ values: { [field]: value } }, { onSuccess: onClose })}
          />
        </>
      }
    >
      {edit.error && <ProblemView problem={told(edit.error)} />}
      <Field label={name} help={help} wrong={value === undefined ? t("metadata.wrong") : null}>
        <Input
          value={typed}
          onChangeText={setTyped}
          autoFocus
          {...(SEVERAL_LINES.has(shape ?? "")
            ? { multiline: true, numberOfLines: 8 }
            : { maxLength: 500 })}
        />
      </Field>
    </Dialog>
  );
}
