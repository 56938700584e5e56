import DiscardIcon from "lucide-react-native/icons/undo-2";
import PublishIcon from "lucide-react-native/icons/book-check";
import RestoreIcon from "lucide-react-native/icons/rotate-ccw";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Confirm } from "@/ui/Confirm";
import { Notice, ProblemView, Skeleton } from "@/ui/Feedback";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { PlanFiles } from "./PlanFiles";
import { PublishLog } from "./PublishLog";
import {
  useDiscard,
  usePlan,
  usePublish,
  usePublishing,
  useRestore,
  type Plan,
  type Publishing,
} from "./queries";
import { playersIn, refusalOf, usePublishWords } from "./words";

/** What stands beside a title's files, what publishing would change, and what was done before. */
export function PublishTab({ titleId }: { titleId: string }) {
  const publishing = usePublishing(titleId);
  const plan = usePlan(titleId);
  const error = publishing.error ?? plan.error;
  if (error) {
    const again = () => void Promise.all([publishing.refetch(), plan.refetch()]);
    return <ProblemView problem={told(error)} onRetry={again} />;
  }
  if (!publishing.data || !plan.data) return <Skeleton height={180} />;
  return (
    <View style={{ gap: space.xl }}>
      <Troubles publishing={publishing.data} />
      <Standing titleId={titleId} publishing={publishing.data} plan={plan.data} />
      <PublishLog titleId={titleId} />
    </View>
  );
}

/** What keeps going wrong: the last failure, and files that something else rewrites. */
function Troubles({ publishing }: { publishing: Publishing }) {
  const { t } = useWords();
  const format = useFormat();
  const words = usePublishWords();
  return (
    <>
      {publishing.failed && (
        <Notice tone="bad">
          <Text step="small" weight="medium">
            {t("publish.failed", { when: format.since(publishing.failed.made_at) })}
          </Text>
          <Text step="small">{words.failure(publishing.failed)}</Text>
        </Notice>
      )}
      {publishing.fights.map((fight) => (
        <Notice key={fight.path} tone="warn">
          <Text step="small" weight="medium">
            {t("publish.fight", {
              name: fight.path.slice(fight.path.lastIndexOf("/") + 1),
              shown: format.number(fight.times),
            })}
          </Text>
          {fight.is_contested && <Text step="small">{t("publish.contested")}</Text>}
        </Notice>
      ))}
    </>
  );
}

function Standing({
  titleId,
  publishing,
  plan,
}: {
  titleId: string;
  publishing: Publishing;
  plan: Plan;
}) {
  const { t } = useWords();
  const format = useFormat();
  const mayOperate = useMay("operator");
  const { standing } = publishing;
  const refusal = plan.refusal;
  const says = refusal
    ? undefined
    : plan.writes
      ? t("publish.wouldWrite", { count: plan.writes, shown: format.number(plan.writes) })
      : t("publish.upToDate");
  return (
    <Card
      title={
        standing
          ? t("publish.isStanding", { when: format.since(standing.made_at) })
          : t("publish.never")
      }
      hint={says}
      action={publishing.is_unpublished && <Badge tone="info" label={t("publish.unpublished")} />}
    >
      {refusal && (
        <Notice tone="warn">
          <Text step="small">{refusalOf(refusal).sentence}</Text>
        </Notice>
      )}
      {mayOperate && <Deeds titleId={titleId} publishing={publishing} plan={plan} />}
      <PlanFiles plan={plan} />
      <Text step="small" color="muted">
        {t("publish.names", { players: playersIn(plan.profiles) })}
      </Text>
    </Card>
  );
}

function Deeds({
  titleId,
  publishing,
  plan,
}: {
  titleId: string;
  publishing: Publishing;
  plan: Plan;
}) {
  const { t } = useWords();
  const words = usePublishWords();
  const publish = usePublish((done) => toast(words.done(done)));
  const restore = useRestore(titleId, (files) => toast(words.restored(files)));
  const discard = useDiscard(titleId, () => toast(t("publish.discarded")));
  const [isDiscarding, setDiscarding] = useState(false);
  const stands = publishing.standing !== null;
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
      <Button
        tone={plan.writes ? "primary" : "plain"}
        icon={PublishIcon}
        label={t("publish.publish")}
        busy={publish.isPending}
        disabled={plan.refusal !== null}
        onPress={() => publish.mutate({ ids: [titleId] })}
      />
      {stands && (
        <Button
          icon={RestoreIcon}
          label={t("publish.restore")}
          busy={restore.isPending}
          onPress={() => restore.mutate()}
        />
      )}
      {stands && publishing.is_unpublished && (
        <Button
          tone="quiet"
          icon={DiscardIcon}
          label={t("publish.discard")}
          busy={discard.isPending}
          onPress={() => setDiscarding(true)}
        />
      )}
      {publish.error && (
        <View style={{ flexBasis: "100%" }}>
          <ProblemView problem={told(publish.error)} />
        </View>
      )}
      <Confirm
        title={t("publish.discardTitle")}
        doIt={t("publish.discard")}
        isOpen={isDiscarding}
        onClose={() => setDiscarding(false)}
        onConfirm={() => discard.mutate()}
      >
        {t("publish.discardHint")}
      </Confirm>
    </View>
  );
}
