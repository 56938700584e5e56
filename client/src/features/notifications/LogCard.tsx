import FailedIcon from "lucide-react-native/icons/circle-x";
import WaitsIcon from "lucide-react-native/icons/clock";
import ToldIcon from "lucide-react-native/icons/check";
import UnsureIcon from "lucide-react-native/icons/circle-question-mark";
import { View } from "react-native";

import { saidOf, told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Icon } from "@/ui/Icon";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { useNotices, type Notice } from "./queries";
import { useNoticeWords } from "./words";

/** What one was told, what waits, and what did not get through, the newest first. */
export function LogCard() {
  const { t } = useWords();
  const notices = useNotices();
  const all = notices.data?.pages.flatMap((page) => page.notices);
  return (
    <Card
      flush
      title={t("notifications.log")}
      hint={all?.length ? undefined : t("notifications.logNone")}
    >
      {notices.error && (
        <ProblemView problem={told(notices.error)} onRetry={() => void notices.refetch()} />
      )}
      {notices.isPending && <Skeleton height={120} />}
      <Rows>
        {all?.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </Rows>
      {notices.hasNextPage && (
        <View style={{ padding: space.md, alignItems: "center" }}>
          <Button
            label={t("notifications.logMore")}
            busy={notices.isFetchingNextPage}
            onPress={() => void notices.fetchNextPage()}
          />
        </View>
      )}
    </Card>
  );
}

function NoticeRow({ notice }: { notice: Notice }) {
  const { t } = useWords();
  const format = useFormat();
  const words = useNoticeWords();
  return (
    <Row
      before={<Sign state={notice.state} />}
      title={
        <Text step="small" weight="medium">
          {t(`notifications.about.${notice.kind}`)}
        </Text>
      }
      detail={
        <View style={{ gap: 2 }}>
          <Text step="small">{words.sentence(notice)}</Text>
          {notice.problem && (
            <Text step="small" color="bad">
              {saidOf(notice.problem).sentence}
            </Text>
          )}
          <Text step="tiny" color="muted">
            {[format.since(notice.at), notice.channel, words.fate(notice)].join(" · ")}
          </Text>
        </View>
      }
    />
  );
}

function Sign({ state }: { state: Notice["state"] }) {
  if (state === "told") return <Icon shape={ToldIcon} color="good" />;
  if (state === "waiting" || state === "sending") return <Icon shape={WaitsIcon} />;
  if (state === "unsure") return <Icon shape={UnsureIcon} color="warn" />;
  return <Icon shape={FailedIcon} color="bad" />;
}
