import DoneIcon from "lucide-react-native/icons/circle-check";
import FaultIcon from "lucide-react-native/icons/file-exclamation-point";
import { View } from "react-native";

import { useFaultWords } from "@/features/library/fault-words";
import { useFaults } from "@/features/library/queries";
import { pathParts } from "@/features/library/track-words";
import { useWaiting } from "@/features/metadata/queries";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Icon } from "@/ui/Icon";
import { LinkToAll } from "@/ui/Link";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

const MOST = 4;

/** What was found wrong with files, the latest first. */
export function Findings() {
  const { t } = useWords();
  const format = useFormat();
  const words = useFaultWords();
  const faults = useFaults();
  const waiting = useWaiting();
  const latest = [...(faults.data?.faults ?? [])]
    .sort((one, other) => other.found_at.localeCompare(one.found_at))
    .slice(0, MOST);
  return (
    <Card
      flush
      title={t("dashboard.findings")}
      action={latest.length > 0 && <LinkToAll href="/faults" label={t("dashboard.all")} />}
    >
      {faults.data && latest.length === 0 && (
        <View style={{ flexDirection: "row", gap: space.md, padding: space.lg }}>
          <Icon shape={DoneIcon} color="good" />
          <Text color="muted">{t("faults.noneHint")}</Text>
        </View>
      )}
      {(waiting.data ?? 0) > 0 && (
        <View style={{ padding: space.lg }}>
          <LinkToAll
            href="/unidentified"
            label={t("unidentified.waiting", {
              count: waiting.data ?? 0,
              shown: format.number(waiting.data ?? 0),
            })}
          />
        </View>
      )}
      <Rows>
        {latest.map((fault) => (
          <Row
            key={fault.id}
            before={<Icon shape={FaultIcon} color="warn" />}
            title={pathParts(fault.path).name}
            detail={words.says(fault)}
            after={<Badge tone="warn" label={words.kind(fault)} />}
          />
        ))}
      </Rows>
    </Card>
  );
}
