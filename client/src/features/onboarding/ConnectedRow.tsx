import DoneIcon from "lucide-react-native/icons/circle-check";
import FailingIcon from "lucide-react-native/icons/circle-x";
import { useState } from "react";

import { saidOf } from "@/api/problem";
import type { Connection } from "@/features/connections/queries";
import { useSenders } from "@/features/webhooks/queries";
import { SetUpDialog } from "@/features/webhooks/SetUpDialog";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";
import { Row } from "@/ui/Rows";
import { useIsWide } from "@/ui/wide";

/** A service that is connected, and whether it tells by itself what happens. */
export function ConnectedRow({ connection }: { connection: Connection }) {
  const { t } = useWords();
  const [isSetting, setSetting] = useState(false);
  const sender = useSenders().data?.find(({ connection_id: id }) => id === connection.id);
  const { name, health } = connection;
  const label = t(useIsWide() ? "firstRun.setUp" : "deliveries.setUp");
  const isTold = sender?.has_address ?? false;
  return (
    <>
      <Row
        before={
          <Icon
            shape={health.problem ? FailingIcon : DoneIcon}
            color={health.problem ? "bad" : "good"}
          />
        }
        title={name}
        detail={
          health.problem
            ? saidOf(health.problem).sentence
            : t(isTold ? "firstRun.reports" : "connections.isWell", { name })
        }
        after={
          sender && (
            <Button
              tone={isTold ? "quiet" : "plain"}
              label={label}
              aria-label={`${label} ${name}`}
              onPress={() => setSetting(true)}
            />
          )
        }
      />
      {sender && isSetting && <SetUpDialog sender={sender} onClose={() => setSetting(false)} />}
    </>
  );
}
