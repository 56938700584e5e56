import PlugIcon from "lucide-react-native/icons/plug";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { LinkToAll } from "@/ui/Link";
import { Row, Rows } from "@/ui/Rows";

import { useSenders, type Sender } from "./queries";
import { SetUpDialog } from "./SetUpDialog";

/** Who can report by itself, whether it does, and how it is told where. */
export function Senders() {
  const { t } = useWords();
  const may = useMay("admin");
  const senders = useSenders();
  const [setting, setSetting] = useState<Sender | null>(null);
  return (
    <Card title={t("deliveries.senders")} hint={t("deliveries.sendersHint")} flush>
      {senders.error && (
        <ProblemView problem={told(senders.error)} onRetry={() => void senders.refetch()} />
      )}
      {senders.isPending && <Skeleton height={80} />}
      {senders.data?.length === 0 && (
        <Empty
          icon={PlugIcon}
          title={t("deliveries.noSenders")}
          action={<LinkToAll href="/connections" label={t("connections.title")} />}
        >
          {t("deliveries.noSendersHint")}
        </Empty>
      )}
      <Rows>
        {senders.data?.map((sender) => (
          <SenderRow
            key={sender.connection_id}
            sender={sender}
            onSetUp={may ? () => setSetting(sender) : undefined}
          />
        ))}
      </Rows>
      {setting && <SetUpDialog sender={setting} onClose={() => setSetting(null)} />}
    </Card>
  );
}

function SenderRow({ sender, onSetUp }: { sender: Sender; onSetUp?: () => void }) {
  const { t } = useWords();
  const format = useFormat();
  const { last_received_at: last, has_address: hasAddress, name } = sender;
  const said = last
    ? t("deliveries.lastAt", { when: format.since(last) })
    : t(hasAddress ? "deliveries.silent" : "deliveries.notSetUp");
  return (
    <Row
      title={name}
      detail={said}
      after={
        onSetUp && (
          <View>
            <Button
              label={t("deliveries.setUp")}
              aria-label={`${t("deliveries.setUp")} ${name}`}
              onPress={onSetUp}
            />
          </View>
        )
      }
    />
  );
}
