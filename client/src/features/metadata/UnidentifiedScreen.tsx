import DoneIcon from "lucide-react-native/icons/circle-check";
import { View } from "react-native";

import { told } from "@/api/problem";
import { refusalOf } from "@/features/publishing/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { LinkToAll } from "@/ui/Link";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

import { LikelyWorks } from "./LikelyWorks";
import { useUnidentified } from "./queries";

/** Titles of which nothing says for sure which work they are, with those that they may be. */
export function UnidentifiedScreen() {
  const { t } = useWords();
  const format = useFormat();
  const found = useUnidentified();
  const titles = found.data?.pages.flatMap((page) => page.titles) ?? [];
  const total = found.data?.pages[0]?.total;
  return (
    <Page
      title={t("unidentified.title")}
      count={total === undefined ? undefined : format.number(total)}
      hint={t("unidentified.hint")}
      back="/library"
    >
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={160} />}
      {found.data && titles.length === 0 && (
        <Empty icon={DoneIcon} title={t("unidentified.none")}>
          {t("unidentified.noneHint")}
        </Empty>
      )}
      {titles.map((title) => (
        <Card
          key={title.id}
          title={title.year ? `${title.title} (${title.year})` : title.title}
          action={<LinkToAll href={`/titles/${title.id}`} label={t("common.open")} />}
        >
          <Text step="tiny" mono color="muted" numberOfLines={2} ellipsizeMode="head" selectable>
            {title.folder}
          </Text>
          {title.problem && (
            <Text step="small" color="warn">
              {refusalOf({ ...title.problem, hint: "" }).sentence}
            </Text>
          )}
          <LikelyWorks
            titleId={title.id}
            name={title.title}
            works={title.candidates}
            isSearched={title.searched_at !== null}
          />
        </Card>
      ))}
      {found.hasNextPage && (
        <View style={{ alignItems: "flex-start", paddingTop: space.sm }}>
          <Button
            label={t("common.more")}
            busy={found.isFetchingNextPage}
            onPress={() => void found.fetchNextPage()}
          />
        </View>
      )}
    </Page>
  );
}
