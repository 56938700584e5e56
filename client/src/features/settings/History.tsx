import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";

import { useSettingsHistory } from "./queries";
import { useSettingWords } from "./words";

/** Who set what, and what it was before. */
export function History() {
  const { t } = useWords();
  const format = useFormat();
  const words = useSettingWords();
  const history = useSettingsHistory();
  if (!history.data || history.data.changes.length === 0) return null;
  return (
    <Card flush title={t("settings.history")}>
      <Rows>
        {history.data.changes.map((change) => (
          <Row
            key={change.id}
            title={words.name(change.name, change.field)}
            detail={t("settings.fromTo", {
              before: words.value(change.before),
              after: words.value(change.after),
            })}
            after={
              <Text step="small" color="muted" tabular>
                {[change.changed_by_name ?? change.changed_by, format.since(change.changed_at)]
                  .filter(Boolean)
                  .join(" · ")}
              </Text>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
