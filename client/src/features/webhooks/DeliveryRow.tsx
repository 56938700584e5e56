import { View } from "react-native";

import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Link } from "@/ui/Link";
import { Text } from "@/ui/Text";
import { makeStyles } from "@/ui/theme";
import { space } from "@/ui/tokens";

import type { Delivery, DeliveryState } from "./queries";
import { SIGNS, useDeliveryWords } from "./words";

/** A report: what it is about, who sent it and when, and what became of it. */
export function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const styles = useStyles();
  const format = useFormat();
  const words = useDeliveryWords();
  const what = delivery.about ? words.what(delivery) : null;
  return (
    <Link href={`/deliveries/${delivery.id}`} style={styles.row} hoverStyle={styles.hover}>
      <View style={{ flex: 1, minWidth: 0 }}>
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
      </View>
      <StateBadge state={delivery.state} />
    </Link>
  );
}

export function StateBadge({ state }: { state: DeliveryState }) {
  const { t } = useWords();
  return <Badge {...SIGNS[state]} label={t(`deliveries.state.${state}`)} />;
}

const useStyles = makeStyles((colors, theme) => ({
  row: {
    flexDirection: "row",
    alignItems: "center",
    gap: space.md,
    minHeight: theme.row + 12,
    paddingHorizontal: space.lg,
    paddingVertical: space.sm,
  },
  hover: { backgroundColor: colors.overlay },
}));
