import LogIcon from "lucide-react-native/icons/book-check";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Link } from "@/ui/Link";
import { More } from "@/ui/More";
import { Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { usePublications, type Publication } from "./queries";
import { refusalOf, usePublishWords } from "./words";

const TONES = { told: "good", waiting: "info", failed: "bad" } as const;

/** What was published of a title, the newest first: when, by whom, which files, what failed, and
 * which players know of it. */
export function PublishLog({ titleId }: { titleId: string }) {
  const { t } = useWords();
  const log = usePublications(titleId);
  const all = log.data?.pages.flatMap(({ publications }) => publications) ?? [];
  return (
    <Card title={t("publish.log")} flush>
      {log.error && <ProblemView problem={told(log.error)} onRetry={() => void log.refetch()} />}
      {log.isPending && <Skeleton height={60} />}
      {log.data && all.length === 0 && (
        <Empty icon={LogIcon} title={t("publish.never")}>
          {t("publish.noLog")}
        </Empty>
      )}
      <Rows>
        {all.map((publication) => (
          <Entry key={publication.id} publication={publication} />
        ))}
      </Rows>
      <More of={log} />
    </Card>
  );
}

function Entry({ publication }: { publication: Publication }) {
  const { t } = useWords();
  const format = useFormat();
  const words = usePublishWords();
  const { asked_by, asked_by_name, created, replaced, removed, kept, status } = publication;
  const by = asked_by
    ? t("changes.by", { name: asked_by_name ?? asked_by })
    : t("changes.byItself");
  const counts = {
    created: format.number(created),
    replaced: format.number(replaced),
    removed: format.number(removed),
    kept: format.number(kept),
  };
  const says = status === "failed" ? words.failure(publication) : t("publish.counts", counts);
  const body = (
    <View
      style={{
        flexDirection: "row",
        flexWrap: "wrap",
        alignItems: "center",
        gap: space.md,
        paddingHorizontal: space.lg,
        paddingVertical: space.sm,
      }}
    >
      <View style={{ flex: 1, minWidth: 220 }}>
        <Text weight="medium">{t(`publish.kind.${publication.kind}`)}</Text>
        <Text step="small" color="muted" tabular>
          {[format.since(publication.made_at), by, says].join(" · ")}
        </Text>
        {publication.players.map(
          ({ connection_id, problem }) =>
            problem && (
              <Text key={connection_id} step="small" color="bad">
                {refusalOf(problem).sentence}
              </Text>
            ),
        )}
      </View>
      {publication.players.map((player) => (
        <Badge key={player.connection_id} tone={TONES[player.state]} label={words.player(player)} />
      ))}
      {status === "failed" && <Badge tone="bad" label={t("publish.status.failed")} />}
      {status === "undone" && <Badge tone="warn" label={t("publish.status.undone")} />}
      {publication.is_standing && <Badge tone="good" label={t("publish.stands")} />}
    </View>
  );
  return publication.change_set_id ? (
    <Link href={`/activity/${publication.change_set_id}`}>{body}</Link>
  ) : (
    body
  );
}
