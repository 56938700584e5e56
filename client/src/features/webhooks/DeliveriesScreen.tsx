import InboxIcon from "lucide-react-native/icons/inbox";
import { useLocalSearchParams, useRouter } from "expo-router";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Chip } from "@/ui/Chip";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { space } from "@/ui/tokens";

import { DeliveryRow } from "./DeliveryRow";
import { STATES, useDeliveries, useSenders, type DeliveryState } from "./queries";
import { Senders } from "./Senders";

/** What outside services reported, what became of each, and who may report. */
export function DeliveriesScreen() {
  const { t } = useWords();
  const router = useRouter();
  const { state: said, from } = useLocalSearchParams<{ state?: string; from?: string }>();
  const chosen = STATES.filter((each) => said?.split(",").includes(each));
  const may = useMay("operator");
  const toggle = (state: DeliveryState) => {
    const after = chosen.includes(state)
      ? chosen.filter((each) => each !== state)
      : [...chosen, state];
    router.setParams({ state: after.length ? after.join(",") : undefined } as never);
  };
  return (
    <Page title={t("deliveries.title")} hint={t("deliveries.hint")} back="/activity">
      {may && <Senders />}
      <View style={{ gap: space.md }}>
        <View
          style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}
        >
          {STATES.map((state) => (
            <Chip
              key={state}
              label={t(`deliveries.state.${state}`)}
              selected={chosen.includes(state)}
              onPress={() => toggle(state)}
            />
          ))}
          <From from={from} onChange={(id) => router.setParams({ from: id } as never)} />
        </View>
        <Listed states={chosen} from={from} />
      </View>
    </Page>
  );
}

/** Who sent them, as far as there is more than one. */
function From({ from, onChange }: { from?: string; onChange: (id: string | undefined) => void }) {
  const { t } = useWords();
  const senders = useSenders().data ?? [];
  if (senders.length < 2 && from === undefined) return null;
  return (
    <Select
      bare
      label={t("deliveries.from")}
      value={from ?? ""}
      onChange={(id) => onChange(id || undefined)}
      choices={[
        { key: "", label: t("deliveries.everybody") },
        ...senders.map(({ connection_id: key, name: label }) => ({ key, label })),
      ]}
    />
  );
}

function Listed({ states, from }: { states: readonly DeliveryState[]; from?: string }) {
  const { t } = useWords();
  const found = useDeliveries(states, from);
  const all = found.data?.pages.flatMap((page) => page.deliveries) ?? [];
  const isNarrowed = states.length > 0 || from !== undefined;
  return (
    <>
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={160} />}
      {found.data && (
        <Card flush>
          {all.length === 0 ? (
            <Empty
              icon={InboxIcon}
              title={t(isNarrowed ? "deliveries.noneFits" : "deliveries.none")}
            >
              {isNarrowed ? undefined : t("deliveries.noneHint")}
            </Empty>
          ) : (
            <Rows>
              {all.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} />
              ))}
            </Rows>
          )}
        </Card>
      )}
      <More of={found} />
    </>
  );
}
