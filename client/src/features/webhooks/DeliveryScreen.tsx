import CopyIcon from "lucide-react-native/icons/copy";
import ReplayIcon from "lucide-react-native/icons/rotate-cw";
import { useLocalSearchParams } from "expo-router";
import { ScrollView, View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useJob } from "@/features/jobs/queries";
import { useJobWords } from "@/features/jobs/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { copyText } from "@/ui/clipboard";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Link, LinkToAll } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { StateBadge } from "./DeliveryRow";
import { useDelivery, useReplay, type DeliveryDetail } from "./queries";
import { SIGNS, useDeliveryWords } from "./words";

const NOTICE = { good: "good", bad: "bad", warn: "warn", info: "info", plain: "info" } as const;

/** One report: what was sent, what became of it, and how to have it taken up once more. */
export function DeliveryScreen() {
  const { id } = useLocalSearchParams<{ id: string }>();
  const { t } = useWords();
  const words = useDeliveryWords();
  const found = useDelivery(id);
  const replay = useReplay(id, () => toast(t("deliveries.waits")));
  const may = useMay("operator");
  return (
    <Page
      title={found.data ? words.title(found.data) : t("deliveries.one")}
      back="/deliveries"
      actions={
        may &&
        found.data && (
          <Button
            icon={ReplayIcon}
            label={t("deliveries.replay")}
            busy={replay.isPending}
            onPress={() => replay.mutate()}
          />
        )
      }
    >
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={160} />}
      {found.data && <Whole delivery={found.data} />}
    </Page>
  );
}

function Whole({ delivery }: { delivery: DeliveryDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useDeliveryWords();
  const tone = SIGNS[delivery.state].tone;
  return (
    <>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.md }}>
        <StateBadge state={delivery.state} />
        <Text step="small" color="muted" tabular>
          {[
            delivery.sender,
            words.what(delivery),
            delivery.event,
            format.moment(delivery.received_at),
            format.bytes(delivery.size_bytes),
          ]
            .filter(Boolean)
            .join(" · ")}
        </Text>
      </View>
      <Notice
        tone={NOTICE[tone === "accent" ? "info" : tone]}
        icon={SIGNS[delivery.state].icon}
        action={
          delivery.state === "refused" && (
            <LinkToAll
              href={delivery.facts["reason"] === "unmapped" ? "/connections" : "/libraries"}
              label={t("common.open")}
            />
          )
        }
      >
        {words.why(delivery)}
      </Notice>
      {delivery.jobs.length > 0 && (
        <Card title={t("deliveries.jobs")}>
          <View style={{ gap: space.sm }}>
            {delivery.jobs.map((id) => (
              <JobLink key={id} id={id} />
            ))}
          </View>
        </Card>
      )}
      <Sent title={t("deliveries.body")} value={delivery.body} none={t("deliveries.unreadBody")} />
      <Sent title={t("deliveries.headers")} value={delivery.headers} none="" />
    </>
  );
}

function JobLink({ id }: { id: string }) {
  const { t } = useWords();
  const words = useJobWords();
  const job = useJob(id);
  if (job.error) return <Text color="muted">{t("deliveries.jobGone")}</Text>;
  if (!job.data) return <Skeleton width={240} />;
  return (
    <Link href={`/jobs/${id}`}>
      <Text weight="medium" color="accent">
        {[words.title(job.data), t(`jobStatus.${job.data.status}`)].join(" · ")}
      </Text>
    </Link>
  );
}

/** A part of what was sent, as it came, but for secrets. */
function Sent({ title, value, none }: { title: string; value: unknown; none: string }) {
  const { t } = useWords();
  const text = JSON.stringify(value, null, 2);
  const copy = async () => {
    await copyText(text);
    toast(t("deliveries.copied"));
  };
  const isThere = value !== null;
  return (
    <Card
      title={title}
      hint={t("deliveries.masked")}
      flush
      action={
        isThere && (
          <IconButton
            label={t("deliveries.copyPart", { part: title })}
            icon={CopyIcon}
            onPress={() => void copy()}
          />
        )
      }
    >
      {isThere ? (
        <ScrollView
          tabIndex={0}
          role="group"
          aria-label={title}
          style={{ maxHeight: 420 }}
          contentContainerStyle={{ padding: space.lg }}
        >
          <Text mono step="small" selectable>
            {text}
          </Text>
        </ScrollView>
      ) : (
        <View style={{ padding: space.lg }}>
          <Text color="muted">{none}</Text>
        </View>
      )}
    </Card>
  );
}
