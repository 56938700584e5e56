import LockIcon from "lucide-react-native/icons/lock";
import { View } from "react-native";

import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";

import type { SettingsList } from "./queries";

/** What was given at the start, and where; it is locked here, and what was not given is not listed. */
export function Configuration({ configuration }: Pick<SettingsList, "configuration">) {
  const { t } = useWords();
  const given = configuration.filter(({ source }) => source !== "default");
  if (given.length === 0) return null;
  return (
    <Card flush title={t("settings.configuration")} hint={t("settings.configurationHint")}>
      <Rows>
        {given.map((each) => (
          <Row
            key={each.key}
            title={
              <Text mono step="small">
                {each.key}
              </Text>
            }
            detail={
              <Text mono step="tiny" color="muted" numberOfLines={1}>
                {each.value || t("settings.nothing")}
              </Text>
            }
            after={
              <View style={{ alignItems: "flex-end", gap: 2 }}>
                <Badge
                  icon={LockIcon}
                  label={t(`settings.source_${each.source as "file"}`, {
                    defaultValue: each.source,
                  })}
                />
                <Text mono step="tiny" color="muted" numberOfLines={1}>
                  {each.place}
                </Text>
              </View>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
