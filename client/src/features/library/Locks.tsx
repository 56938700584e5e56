import LockIcon from "lucide-react-native/icons/lock";
import { View } from "react-native";

import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Badge } from "@/ui/Badge";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { hasOwnIds, lockedByNfo, useIdentify } from "./identify";
import type { TitleDetail } from "./queries";

/** What no scan and no provider overwrites, who said so, and how it is unlocked. */
export function Locks({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const mayOperate = useMay("operator");
  const { takeBack } = useIdentify(title.id, (deed) => toast(t(deed, { title: title.title })));
  const fields = lockedByNfo(title);
  if (title.locked_fields.length === 0) return null;
  return (
    <Card title={t("locks.title")} hint={t("locks.hint")}>
      {hasOwnIds(title) && (
        <View style={{ flexDirection: "row", alignItems: "center", gap: space.md }}>
          <Text step="small" style={{ flex: 1 }}>
            {t("locks.ids")}
          </Text>
          {mayOperate && (
            <Button
              label={t("locks.unlock")}
              busy={takeBack.isPending}
              onPress={() => takeBack.mutate()}
            />
          )}
        </View>
      )}
      {fields.length > 0 && (
        <>
          <View style={{ flexDirection: "row", flexWrap: "wrap", gap: 6 }}>
            {fields.map((field) => (
              <Badge
                key={field}
                icon={LockIcon}
                label={t(`field.${field as "plot"}`, { defaultValue: field })}
              />
            ))}
          </View>
          <Text step="small" color="muted">
            {t("locks.byNfo")}
          </Text>
        </>
      )}
    </Card>
  );
}
