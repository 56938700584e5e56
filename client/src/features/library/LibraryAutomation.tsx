import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Field } from "@/ui/Field";
import { Select } from "@/ui/Select";
import { space } from "@/ui/tokens";
import { Checkbox } from "@/ui/Toggles";

import type { Library } from "./queries";

export const FLAGS = [
  "auto_enrich",
  "auto_select",
  "auto_publish",
  "webhook_enabled",
  "webhook_auto_publish",
] as const;
const MODES = ["manual", "hybrid", "automatic"] as const;

export type Automation = Pick<Library, "automation" | (typeof FLAGS)[number]>;

/** What a library does by itself: nothing, what is chosen here, or everything. */
export function LibraryAutomation({
  value,
  onChange,
}: {
  value: Automation;
  onChange: (value: Automation) => void;
}) {
  const { t } = useWords();
  return (
    <View style={{ gap: space.sm }}>
      <Field label={t("automation.title")} help={t(`automation.help_${value.automation}`)}>
        <Select
          label={t("automation.title")}
          value={value.automation}
          choices={MODES.map((key) => ({ key, label: t(`automation.${key}`) }))}
          onChange={(automation) => onChange({ ...value, automation })}
        />
      </Field>
      {value.automation === "hybrid" &&
        FLAGS.map((flag) => (
          <Checkbox
            key={flag}
            label={t(`automation.${flag}`)}
            value={value[flag]}
            disabled={flag === "webhook_auto_publish" && !value.webhook_enabled}
            onChange={(isOn) => onChange({ ...value, [flag]: isOn })}
          />
        ))}
    </View>
  );
}

/** Takes from a library what it does by itself. */
export function automationOf(library: Library): Automation {
  const { automation, auto_enrich, auto_select, auto_publish } = library;
  const { webhook_enabled, webhook_auto_publish } = library;
  return {
    automation,
    auto_enrich,
    auto_select,
    auto_publish,
    webhook_enabled,
    webhook_auto_publish,
  };
}
