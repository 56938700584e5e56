import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { LinkRow } from "@/ui/LinkRow";
import { Text } from "@/ui/Text";

import type { Delivery, DeliveryState } from "./queries";
import { SIGNS, useDeliveryWords } from "./words";

/** A report: what it is about, who sent it and when, and what became of it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const format = useFormat();
  const words = useDeliveryWords();
  const what = delivery.about ? words.what(delivery) : null;
  return (
    <LinkRow href={`/deliveries/${delivery.id}`} state={<StateBadge state={delivery.state} />}>
      <Text weight="medium" numberOfLines={2}>
        {words.title(delivery)}
      </Text>
      <Text step="small" color="muted" tabular>
        {[delivery.sender, what, format.since(delivery.received_at)].filter(Boolean).join(" · ")}
      </Text>
      {delivery.state === "refused" && (
        <Text step="small" color="bad">
          {words.why(delivery)}
        </Text>
      )}
    </LinkRow>
  );
}

export function StateBadge({ state }: { state: DeliveryState }) {
  const { t } = useWords();
  return <Badge {...SIGNS[state]} label={t(`deliveries.state.${state}`)} />;
}
