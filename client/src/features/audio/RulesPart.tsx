import DownIcon from "lucide-react-native/icons/arrow-down";
import UpIcon from "lucide-react-native/icons/arrow-up";
import PlusIcon from "lucide-react-native/icons/plus";
import RulesIcon from "lucide-react-native/icons/list-ordered";
import RemoveIcon from "lucide-react-native/icons/trash";
import EditIcon from "lucide-react-native/icons/pencil";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useLibraries } from "@/features/library/queries";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Empty, ProblemView, Skeleton } from "@/ui/Feedback";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";

import { RuleDialog } from "./RuleDialog";
import { useOrderRules, useRemoveRule, useRestoreRule, useRules, type Rule } from "./rule-queries";
import { moved, useSoundWords } from "./sound";

/** The language rules in the order in which they are asked; the first that fits decides. */
export function RulesPart() {
  const { t } = useWords();
  const rules = useRules();
  const may = useMay("operator");
  const [editing, setEditing] = useState<Rule | "new" | null>(null);
  const add = may && (
    <Button
      tone="primary"
      icon={PlusIcon}
      label={t("rules.add")}
      onPress={() => setEditing("new")}
    />
  );
  if (rules.error && !rules.data) {
    return <ProblemView problem={told(rules.error)} onRetry={() => void rules.refetch()} />;
  }
  return (
    <>
      <Card
        flush
        title={t("rules.title")}
        hint={t("rules.hint")}
        action={rules.data?.length ? add : null}
      >
        {rules.data === undefined ? (
          <View style={{ padding: space.lg }}>
            <Skeleton height={40} />
          </View>
        ) : rules.data.length === 0 ? (
          <Empty icon={RulesIcon} title={t("rules.none")} action={add}>
            {t("rules.noneHint")}
          </Empty>
        ) : (
          <RuleRows rules={rules.data} onEdit={may ? setEditing : undefined} />
        )}
      </Card>
      {editing && (
        <RuleDialog
          key={editing === "new" ? "new" : editing.id}
          rule={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}

function RuleRows({ rules, onEdit }: { rules: readonly Rule[]; onEdit?: (rule: Rule) => void }) {
  const { t } = useWords();
  const order = useOrderRules();
  const restore = useRestoreRule();
  const remove = useRemoveRule((rule) =>
    toast(t("rules.removed", { name: rule.name }), {
      action: { label: t("common.undo"), onPress: () => restore.mutate(rule) },
    }),
  );
  return (
    <Rows>
      {rules.map((rule, at) => (
        <Row
          key={rule.id}
          before={
            <Text color="muted" tabular style={{ width: 24 }} align="right">
              {at + 1}
            </Text>
          }
          title={rule.name}
          detail={<RuleWords rule={rule} />}
          after={
            onEdit && (
              <View style={{ flexDirection: "row", flexWrap: "wrap" }}>
                <IconButton
                  small
                  label={t("rules.earlier", { name: rule.name })}
                  icon={UpIcon}
                  disabled={at === 0 || order.isPending}
                  onPress={() => order.mutate(moved(rules, at, -1))}
                />
                <IconButton
                  small
                  label={t("rules.later", { name: rule.name })}
                  icon={DownIcon}
                  disabled={at === rules.length - 1 || order.isPending}
                  onPress={() => order.mutate(moved(rules, at, 1))}
                />
                <IconButton
                  small
                  label={t("rules.edit", { name: rule.name })}
                  icon={EditIcon}
                  onPress={() => onEdit(rule)}
                />
                <IconButton
                  small
                  label={t("rules.remove", { name: rule.name })}
                  icon={RemoveIcon}
                  onPress={() => remove.mutate(rule)}
                />
              </View>
            )
          }
        />
      ))}
    </Rows>
  );
}

/** Where a rule holds, and which languages win there. */
function RuleWords({ rule }: { rule: Rule }) {
  const { t } = useWords();
  const words = useSoundWords();
  const libraries = useLibraries();
  const library = libraries.data?.find(({ id }) => id === rule.library_id)?.name;
  const where = [
    rule.path,
    rule.library_id && (library ?? "…"),
    rule.genre && `${t("filter.genre")}: ${rule.genre}`,
    rule.tag && `${t("rules.tag")}: ${rule.tag}`,
  ].filter((each) => Boolean(each));
  const wins = rule.languages.map(words.language).join(" › ");
  return (
    <View style={{ gap: 4 }}>
      <Text step="small">{wins}</Text>
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: 4 }}>
        {where.length === 0 && <Badge label={t("rules.everywhere")} />}
        {where.map((each) => (
          <Badge key={each} label={each ?? ""} mono={each === rule.path} />
        ))}
        {rule.undetermined_is && (
          <Badge
            tone="info"
            label={t("rules.undIs", { language: words.language(rule.undetermined_is) })}
          />
        )}
      </View>
    </View>
  );
}
