import RightIcon from "lucide-react-native/icons/shield-check";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Link } from "@/ui/Link";
import { More } from "@/ui/More";
import { Page } from "@/ui/Page";
import { Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import {
  useVerifications,
  useVerifiedFiles,
  useVerify,
  type Verification,
  type VerifiedFile,
} from "./queries";
import { refusalOf, usePublishWords } from "./words";

/** What was published, compared with what stands on the disks, and what became of the rest. */
export function VerifyScreen() {
  const { t } = useWords();
  const mayOperate = useMay("operator");
  const found = useVerifications();
  const [latest, ...earlier] = found.data ?? [];
  return (
    <Page title={t("verify.title")} hint={t("verify.hint")} back="/activity">
      {mayOperate && <Compare />}
      {found.error && (
        <ProblemView problem={told(found.error)} onRetry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={120} />}
      {found.data && !latest && (
        <Card>
          <Empty icon={RightIcon} title={t("verify.none")}>
            {t("verify.noneHint")}
          </Empty>
        </Card>
      )}
      {latest && <Latest verification={latest} />}
      {earlier.length > 0 && (
        <Card title={t("verify.earlier")} flush>
          <Rows>
            {earlier.map((each) => (
              <View
                key={each.id}
                style={{ paddingHorizontal: space.lg, paddingVertical: space.sm }}
              >
                <Summary verification={each} />
              </View>
            ))}
          </Rows>
        </Card>
      )}
    </Page>
  );
}

function Compare() {
  const { t } = useWords();
  const verify = useVerify();
  const [onlyTells, setOnlyTells] = useState(false);
  const [readsBytes, setReadsBytes] = useState(true);
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.lg }}>
      <Button
        tone="primary"
        icon={RightIcon}
        label={t("verify.run")}
        busy={verify.isPending}
        onPress={() => verify.mutate({ repairs: !onlyTells, reads_bytes: readsBytes })}
      />
      <Switch label={t("verify.onlyTell")} value={onlyTells} onChange={setOnlyTells} />
      <Switch label={t("verify.everyByte")} value={readsBytes} onChange={setReadsBytes} />
    </View>
  );
}

function Latest({ verification }: { verification: Verification }) {
  const { t } = useWords();
  const files = useVerifiedFiles(verification.id);
  const all = files.data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <Card title={t("verify.latest")} flush>
      <View style={{ padding: space.lg, gap: space.sm }}>
        <Summary verification={verification} />
        {verification.ended_at && files.data && all.length === 0 && (
          <Text color="good">{t("verify.allRight")}</Text>
        )}
      </View>
      <Rows>
        {all.map((file) => (
          <Found key={file.position} file={file} />
        ))}
      </Rows>
      <More of={files} />
    </Card>
  );
}

/** When it was, how much was looked at, and how much was not right. */
function Summary({ verification }: { verification: Verification }) {
  const { t } = useWords();
  const format = useFormat();
  const counts = (["missing", "altered", "restored", "left"] as const).filter(
    (name) => verification[name] > 0,
  );
  return (
    <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
      <Text step="small" tabular>
        {format.moment(verification.started_at)}
      </Text>
      <Text step="small" color="muted" tabular>
        {t("verify.seen", {
          files: format.number(verification.files),
          titles: format.number(verification.titles),
        })}
      </Text>
      {!verification.ended_at && <Badge tone="info" label={t("verify.underWay")} />}
      {!verification.repairs && <Badge label={t("verify.toldOnly")} />}
      {counts.map((name) => (
        <Badge
          key={name}
          tone={name === "restored" ? "good" : "warn"}
          label={`${format.number(verification[name])} ${t(`verify.${name}`)}`}
        />
      ))}
    </View>
  );
}

function Found({ file }: { file: VerifiedFile }) {
  const { t } = useWords();
  const words = usePublishWords();
  const reason = file.reason_key
    ? refusalOf({
        key: file.reason_key,
        sentence: file.reason ?? "",
        hint: "",
        facts: file.reason_facts ?? {},
      }).sentence
    : null;
  const body = (
    <View style={{ paddingHorizontal: space.lg, paddingVertical: space.sm, gap: space.xs }}>
      <View style={{ flexDirection: "row", flexWrap: "wrap", alignItems: "center", gap: space.sm }}>
        <Text weight="medium">{file.title}</Text>
        <Text step="small" color="muted">
          {words.type(file.type, 0)}
        </Text>
        <Badge tone="warn" label={t(`verify.found.${file.found}`)} />
        <Badge
          tone={file.fate === "restored" || file.fate === "adopted" ? "good" : "bad"}
          label={t(`verify.fate.${file.fate}`)}
        />
      </View>
      <Text step="tiny" mono color="muted" numberOfLines={2} selectable>
        {file.path}
      </Text>
      {reason && <Text step="small">{reason}</Text>}
    </View>
  );
  return file.title_id ? (
    <Link href={`/titles/${file.title_id}?tab=publishing`}>{body}</Link>
  ) : (
    body
  );
}
