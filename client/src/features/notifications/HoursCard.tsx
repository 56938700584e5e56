import { View } from "react-native";

import { ZoneField } from "@/features/schedules/ZoneField";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Combobox } from "@/ui/Combobox";
import { Field } from "@/ui/Field";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { halfHours, USUAL_NIGHT } from "./hours";
import { useKeepWishes, type Wishes } from "./queries";

/** When nothing comes, when the digest of the day does, and by which clocks. */
export function HoursCard({ wishes }: { wishes: Wishes }) {
  const { t } = useWords();
  const keep = useKeepWishes();
  const change = (said: Partial<Wishes>) => keep.mutate({ ...wishes, ...said });
  const { quiet_from: from, quiet_until: until } = wishes;
  return (
    <Card title={t("notifications.hours")}>
      <Field label={t("notifications.quiet")} help={t("notifications.quietHint")}>
        <Switch
          value={from !== null}
          onChange={(isOn) => change(isOn ? USUAL_NIGHT : { quiet_from: null, quiet_until: null })}
        />
      </Field>
      {from !== null && until !== null && (
        <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.lg }}>
          <Time
            label={t("notifications.quietFrom")}
            value={from}
            without={until}
            onChange={(time) => change({ quiet_from: time })}
          />
          <Time
            label={t("notifications.quietUntil")}
            value={until}
            without={from}
            onChange={(time) => change({ quiet_until: time })}
          />
        </View>
      )}
      <Time
        label={t("notifications.dailyAt")}
        value={wishes.daily_at}
        onChange={(time) => change({ daily_at: time })}
      />
      <ZoneField
        zone={wishes.zone}
        help={t("notifications.zoneHint")}
        onChange={(zone) => change({ zone })}
      />
    </Card>
  );
}

function Time({
  label,
  value,
  without,
  onChange,
}: {
  label: string;
  value: string;
  without?: string;
  onChange: (time: string) => void;
}) {
  return (
    <View style={{ minWidth: 140, alignSelf: "flex-start" }}>
      <Field label={label}>
        <Combobox
          label={label}
          choices={halfHours(value, without).map((key) => ({ key, label: key }))}
          value={value}
          onChange={onChange}
        />
      </Field>
    </View>
  );
}
