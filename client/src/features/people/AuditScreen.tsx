import ShieldIcon from "lucide-react-native/icons/shield";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";

import { deviceName } from "./device";
import { useAudit, type AuditEntry } from "./queries";

/** Who did what, when and from where, the latest first. */
export function AuditScreen() {
  const { t } = useWords();
  const audit = useAudit();
  const entries = audit.data?.pages.flatMap((page) => page.entries);
  return (
    <Page title={t("audit.title")} hint={t("audit.hint")} back="/settings" narrow>
      {audit.error && (
        <ProblemView problem={told(audit.error)} onRetry={() => void audit.refetch()} />
      )}
      <Card flush>
        {audit.isPending && <Skeleton height={240} />}
        {entries?.length === 0 && <Empty icon={ShieldIcon} title={t("audit.none")} />}
        <Rows>
          {entries?.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </Rows>
      </Card>
      <More of={audit} />
    </Page>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useWords();
  const format = useFormat();
  const facts = Object.entries(entry.facts).map(
    ([name, value]) => `${name.replaceAll("_", " ")}: ${String(value)}`,
  );
  const isDevice = entry.action.startsWith("session.");
  const subject = isDevice ? deviceName(entry.subject) : entry.subject;
  return (
    <Row
      title={
        <Text numberOfLines={2}>
          <Text weight="medium">
            {entry.actor === "terminal" ? t("audit.terminal") : entry.actor}
          </Text>{" "}
          {t(`deed.${entry.action.replaceAll(".", "_") as "user_added"}`, {
            defaultValue: entry.action,
          })}
        </Text>
      }
      detail={[subject, ...facts].filter(Boolean).join(" · ")}
      after={
        <Text step="small" color="muted" tabular align="right">
          {format.moment(entry.at)}
          {entry.address && `\n${entry.address}`}
        </Text>
      }
    />
  );
}
