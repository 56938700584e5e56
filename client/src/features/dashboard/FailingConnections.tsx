import PlugIcon from "lucide-react-native/icons/unplug";
import { View } from "react-native";

import { saidOf } from "@/api/problem";
import { useMay } from "@/api/session";
import { useConnections } from "@/features/connections/queries";
import { useWords } from "@/i18n/words";
import { Notice } from "@/ui/Feedback";
import { LinkToAll } from "@/ui/Link";
import { Text } from "@/ui/Text";

/** Which outside services do not work, and why; nothing while all of them do. */
export function FailingConnections() {
  return useMay("operator") ? <Failing /> : null;
}

function Failing() {
  const { t } = useWords();
  const { data } = useConnections();
  const failing = (data ?? []).flatMap(({ id, name, is_enabled: isOn, health: { problem } }) =>
    isOn && problem ? [{ id, name, problem }] : [],
  );
  if (failing.length === 0) return null;
  return (
    <Notice
      tone="warn"
      icon={PlugIcon}
      action={<LinkToAll href="/connections" label={t("connections.title")} />}
    >
      {failing.map(({ id, name, problem }) => (
        <View key={id}>
          <Text step="small" weight="medium">
            {t("connections.isFailing", { name })}
          </Text>
          <Text step="small">{saidOf(problem).sentence}</Text>
        </View>
      ))}
    </Notice>
  );
}
