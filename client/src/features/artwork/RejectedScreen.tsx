import RejectedIcon from "lucide-react-native/icons/image-off";
import { View } from "react-native";

import { rejectedUrl } from "@/api/client";
import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { toast } from "@/ui/Toast";

import { useRejections, useTakeBack, type Rejection } from "./queries";
import { Shown } from "./Shown";
import { providerWords, typeWords } from "./words";

/** The pictures that are offered for no title any more; each can be taken back. */
export function RejectedScreen() {
  const { t } = useWords();
  const found = useRejections();
  const rejections = found.data?.pages.flatMap((page) => page.rejections);
  return (
    <Page title={t("rejected.title")} hint={t("rejected.hint")} back="/settings" narrow>
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      <Card flush>
        {found.isPending && <Skeleton height={240} />}
        {rejections?.length === 0 && (
          <Empty icon={RejectedIcon} title={t("rejected.none")}>
            {t("rejected.noneHint")}
          </Empty>
        )}
        <Rows>
          {rejections?.map((each) => (
            <Rejected key={each.id} rejection={each} />
          ))}
        </Rows>
      </Card>
      <More of={found} />
    </Page>
  );
}

function Rejected({ rejection }: { rejection: Rejection }) {
  const { t } = useWords();
  const format = useFormat();
  const may = useMay("operator");
  const takeBack = useTakeBack(() => toast(t("rejected.takenBack")));
  const facts = [
    `${typeWords(rejection.type, t)}: ${rejection.title}`,
    providerWords(rejection.provider, t),
    t("rejected.by", {
      name: rejection.rejected_by,
      when: format.since(rejection.rejected_at),
    }),
  ];
  return (
    <Row
      before={
        <View style={{ width: 72 }}>
          <Shown uri={rejectedUrl(rejection.id)} type={rejection.type} alt="" />
        </View>
      }
      title={rejection.reason}
      detail={facts.join(" · ")}
      after={
        may && (
          <Button
            label={t("rejected.takeBack")}
            busy={takeBack.isPending}
            onPress={() => takeBack.mutate(rejection.id)}
          />
        )
      }
    />
  );
}
