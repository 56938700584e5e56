import { useState } from "react";

import { told } from "@/api/problem";
import type { Meant } from "@/features/library/meant";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";

import { DEEDS, editOf, fieldsFor, isList, type Deed } from "./bulk";
import { type FieldName } from "./fields";
import { useBulkEdit } from "./queries";

/** Asks what is to be changed about many titles, and says before how many that may concern. */
export function BulkEdit({
  meant,
  count,
  onClose,
  onDone,
}: {
  meant: Meant;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const { t } = useWords();
  const format = useFormat();
  const edit = useBulkEdit(({ changed }) =>
    toast(t("bulk.done", { count: changed, shown: format.number(changed) })),
  );
  const [deed, setDeed] = useState<Deed>("add");
  const [field, setField] = useState<FieldName>("tags");
  const [typed, setTyped] = useState("");
  const fields = fieldsFor(deed);
  const chosen = fields.includes(field) ? field : (fields[0] ?? "tags");
  const said = editOf(deed, chosen, typed);
  const shown = format.number(count);
  const save = () => said && edit.mutate({ meant, edit: said }, { onSuccess: onDone });
  return (
    <Dialog
      title={t("bulk.title", { count, shown })}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button
            tone="primary"
            label={t(`bulk.${deed}`)}
            disabled={said === null}
            busy={edit.isPending}
            onPress={save}
          />
        </>
      }
    >
      {edit.error && <ProblemView problem={told(edit.error)} />}
      <Field label={t("bulk.deed")}>
        <Select
          label={t("bulk.deed")}
          value={deed}
          choices={DEEDS.map((key) => ({ key, label: t(`bulk.${key}`) }))}
          onChange={setDeed}
        />
      </Field>
      <Field label={t("bulk.field")}>
        <Select
          label={t("bulk.field")}
          value={chosen}
          choices={fields.map((key) => ({ key, label: t(`field.${key}`) }))}
          onChange={setField}
        />
      </Field>
      {deed !== "lock" && deed !== "unlock" && (
        <Field label={t("bulk.value")} help={isList(chosen) ? t("metadata.listHint") : undefined}>
          <Input
            value={typed}
            onChangeText={setTyped}
            {...(isList(chosen) ? { multiline: true, numberOfLines: 3 } : { maxLength: 500 })}
          />
        </Field>
      )}
      <Text step="small" color="muted">
        {t("bulk.preview", { count, shown })}
      </Text>
    </Dialog>
  );
}
