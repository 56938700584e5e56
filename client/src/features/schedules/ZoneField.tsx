import { useWords } from "@/i18n/words";
import { Combobox } from "@/ui/Combobox";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";

import { timeZones } from "./words";

/** A time zone of those that the device knows; typed where it does not tell. */
export function ZoneField({
  zone,
  help,
  onChange,
}: {
  zone: string;
  help: string;
  onChange: (zone: string) => void;
}) {
  const { t } = useWords();
  const zones = timeZones();
  return (
    <Field label={t("schedules.zone")} help={help}>
      {zones.length > 0 ? (
        <Combobox
          label={t("schedules.zone")}
          choices={zones.map((key) => ({ key, label: key.replaceAll("_", " ") }))}
          value={zone}
          onChange={onChange}
        />
      ) : (
        <Input value={zone} onChangeText={onChange} maxLength={100} />
      )}
    </Field>
  );
}
