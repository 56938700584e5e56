import EditIcon from "lucide-react-native/icons/pencil";
import LockIcon from "lucide-react-native/icons/lock";
import UnlockIcon from "lucide-react-native/icons/lock-open";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import type { TitleDetail } from "@/features/library/queries";
import { refusalOf } from "@/features/publishing/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Badge } from "@/ui/Badge";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Rows } from "@/ui/Rows";
import { Select } from "@/ui/Select";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { EditField } from "./EditField";
import { fieldsOf, shapeOf, shown, sourceOf, type FieldName } from "./fields";
import { useAskServices, useEdit, useTitleMetadata } from "./queries";

const ORDERS = ["aired", "dvd", "absolute", "alternate", "regional", "alternate_dvd"] as const;

/** What is said of a title, field by field: who says it, whether it is locked, and its edit. */
export function FieldsTab({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const [edited, setEdited] = useState<FieldName | null>(null);
  const edit = useEdit(title.id);
  const mayOperate = useMay("operator");
  return (
    <View style={{ gap: space.xl }}>
      {edit.error && <ProblemView problem={told(edit.error)} />}
      <Card flush title={t("metadata.tab")} hint={t("metadata.hint")}>
        <Rows>
          {fieldsOf(title.kind).map((field) => (
            <FieldRow
              key={field}
              title={title}
              field={field}
              onEdit={mayOperate ? () => setEdited(field) : null}
              onLock={
                mayOperate
                  ? (isLocked) => edit.mutate(isLocked ? { unlock: [field] } : { lock: [field] })
                  : null
              }
            />
          ))}
        </Rows>
      </Card>
      {title.kind === "series" && mayOperate && (
        <Field label={t("metadata.order")}>
          <Select
            label={t("metadata.order")}
            value={(title.episode_order ?? "aired") as (typeof ORDERS)[number]}
            choices={ORDERS.map((key) => ({ key, label: t(`episodeOrder.${key}`) }))}
            onChange={(episode_order) => edit.mutate({ episode_order })}
          />
        </Field>
      )}
      <Services title={title} />
      {edited && <EditField title={title} field={edited} onClose={() => setEdited(null)} />}
    </View>
  );
}

/** A field's value as people write it. */
function useShown(title: TitleDetail, field: FieldName): string {
  const { t } = useWords();
  const format = useFormat();
  if (field === "status" && title.status)
    return t(`seriesStatus.${title.status as "ended"}`, { defaultValue: title.status });
  if (field === "premiered" && title.premiered) return format.date(title.premiered);
  if (field === "original_language" && title.original_language)
    return format.tongueAlone(title.original_language);
  if (field === "languages") return title.languages.map(format.tongueAlone).join(", ");
  return shown(title, field);
}

function FieldRow({
  title,
  field,
  onEdit,
  onLock,
}: {
  title: TitleDetail;
  field: FieldName;
  onEdit: (() => void) | null;
  onLock: ((isLocked: boolean) => void) | null;
}) {
  const { t } = useWords();
  const isWide = useIsWide();
  const isLocked = title.locked_fields.includes(field);
  const name = t(`field.${field}`);
  const value = useShown(title, field);
  return (
    <View
      style={{
        flexDirection: "row",
        alignItems: "center",
        gap: space.md,
        paddingVertical: space.sm,
        paddingHorizontal: space.lg,
      }}
    >
      <View
        style={{ flex: 1, flexDirection: isWide ? "row" : "column", gap: isWide ? space.lg : 2 }}
      >
        <Text step="small" color="muted" style={isWide ? { width: 140 } : undefined}>
          {name}
        </Text>
        <Text step="small" numberOfLines={3} color={value ? "text" : "faint"} style={{ flex: 1 }}>
          {value || t("metadata.nothing")}
        </Text>
        <Source title={title} field={field} />
      </View>
      {onLock && (
        <IconButton
          label={t(isLocked ? "metadata.unlock" : "metadata.lock", { field: name })}
          icon={isLocked ? LockIcon : UnlockIcon}
          color={isLocked ? "accent" : "faint"}
          onPress={() => onLock(isLocked)}
        />
      )}
      {onEdit && shapeOf(field) && (
        <IconButton label={t("metadata.edit", { field: name })} icon={EditIcon} onPress={onEdit} />
      )}
    </View>
  );
}

/** Who said a field. */
function Source({ title, field }: { title: TitleDetail; field: FieldName }) {
  const { t } = useWords();
  const source = sourceOf(title, field);
  if (!source) return null;
  const own = { user: t("metadata.byUser"), nfo: t("metadata.byNfo"), name: t("metadata.byName") };
  const name = own[source.name as "user"] ?? serviceName(source.name);
  const label = source.isFallback ? `${name} · ${t("metadata.otherLanguage")}` : name;
  return (
    <View style={{ alignSelf: "flex-start" }}>
      <Badge label={label} tone={source.name === "user" ? "accent" : "plain"} />
    </View>
  );
}

/** Which services were asked about a title, what came of it, and whose data it shows. */
function Services({ title }: { title: TitleDetail }) {
  const { t } = useWords();
  const format = useFormat();
  const mayOperate = useMay("operator");
  const asked = useTitleMetadata(title.id);
  const ask = useAskServices(title.id, () => toast(t("metadata.asked", { title: title.title })));
  return (
    <Card
      title={t("metadata.services")}
      action={
        mayOperate && (
          <Button
            label={t("metadata.askAgain")}
            busy={ask.isPending}
            onPress={() => ask.mutate()}
          />
        )
      }
    >
      {asked.data?.services.length === 0 && (
        <Text step="small" color="muted">
          {t("metadata.neverAsked")}
        </Text>
      )}
      {asked.data?.services.map((service) => (
        <Text key={service.provider} step="small">
          {[
            serviceName(service.provider),
            service.described_at &&
              t("metadata.described", { when: format.since(service.described_at) }),
            service.problem && refusalOf({ ...service.problem, hint: "" }).sentence,
            t("metadata.again", { when: format.since(service.due_at) }),
          ]
            .filter((part) => part)
            .join(" · ")}
        </Text>
      ))}
      {asked.data?.attribution.map((sentence) => (
        <Text key={sentence} step="tiny" color="muted">
          {sentence}
        </Text>
      ))}
    </Card>
  );
}

const NAMES: Record<string, string> = { tmdb: "TMDB", tvdb: "TheTVDB", fanart: "fanart.tv" };

/** Names a service as people know it. */
export const serviceName = (provider: string): string => NAMES[provider] ?? provider;
