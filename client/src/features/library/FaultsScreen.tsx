import DoneIcon from "lucide-react-native/icons/circle-check";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";

import { useFaultWords } from "./fault-words";
import { useFaults } from "./queries";
import { pathParts } from "./track-words";

/** What is wrong with files on the disk, each in a sentence. */
export function FaultsScreen() {
  const { t } = useWords();
  const format = useFormat();
  const words = useFaultWords();
  const faults = useFaults();
  const found = faults.data?.faults ?? [];
  return (
    <Page
      title={t("faults.title")}
      count={faults.data && format.number(found.length)}
      hint={t("faults.hint")}
      back="/"
    >
      {faults.error && (
        <ProblemView problem={told(faults.error)} onRetry={() => void faults.refetch()} />
      )}
      <Card flush>
        {faults.isPending && <Skeleton height={160} />}
        {faults.data && found.length === 0 && (
          <Empty icon={DoneIcon} title={t("faults.none")}>
            {t("faults.noneHint")}
          </Empty>
        )}
        <Rows>
          {found.map((fault) => (
            <Row
              key={fault.id}
              title={pathParts(fault.path).name}
              detail={
                <View style={{ gap: 2 }}>
                  <Text step="small">{words.says(fault)}</Text>
                  {words.why(fault) !== words.says(fault) && (
                    <Text step="tiny" color="muted">
                      {words.why(fault)}
                    </Text>
                  )}
                  <Text
                    step="tiny"
                    mono
                    color="muted"
                    numberOfLines={2}
                    ellipsizeMode="head"
                    selectable
                  >
                    {pathParts(fault.path).folder}
                  </Text>
                </View>
              }
              after={<Badge tone="warn" label={words.kind(fault)} />}
            />
          ))}
        </Rows>
      </Card>
    </Page>
  );
}
