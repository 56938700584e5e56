import EditIcon from "lucide-react-native/icons/pencil";
import RunIcon from "lucide-react-native/icons/play";
import { useRouter } from "expo-router";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { Chip } from "@/ui/Chip";
import { Dialog } from "@/ui/Dialog";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Field } from "@/ui/Field";
import { Input } from "@/ui/Input";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { toast } from "@/ui/Toast";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";

import { meaning } from "./pattern";
import { useScheduleActions, useSchedules, type Schedule } from "./queries";

const USUAL = ["*/30 * * * *", "0 * * * *", "0 2 * * *", "0 2 * * 0", "0 2 1 * *"];
const A_SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;

function useMeaning(): (pattern: string) => string {
  const { t, language } = useWords();
  return (pattern) => {
    const said = meaning(pattern);
    switch (said.kind) {
      case "minutes":
        return t("schedules.minutes", { count: said.every });
      case "hourly":
        return t("schedules.hourly", { minute: said.minute });
      case "daily":
        return t("schedules.daily", { time: said.time });
      case "weekly": {
        const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
        const weekday = name.format(A_SUNDAY + said.weekday * DAY);
        return t("schedules.weekly", { weekday, time: said.time });
      }
      case "monthly":
        return t("schedules.monthly", { day: said.day, time: said.time });
      default:
        return pattern;
    }
  };
}

/** What begins by itself, when, and when next. */
export function SchedulesScreen() {
  const { t } = useWords();
  const schedules = useSchedules();
  return (
    <Page title={t("schedules.title")} hint={t("schedules.hint")} back="/settings" narrow>
      {schedules.error && (
        <ProblemView problem={told(schedules.error)} onRetry={() => void schedules.refetch()} />
      )}
      {schedules.isLoading && <Skeleton height={160} />}
      {schedules.data?.map((schedule) => (
        <OneSchedule key={schedule.name} schedule={schedule} />
      ))}
    </Page>
  );
}

function OneSchedule({ schedule }: { schedule: Schedule }) {
  const { t } = useWords();
  const format = useFormat();
  const router = useRouter();
  const may = useMay("operator");
  const words = useMeaning();
  const { change, run } = useScheduleActions(schedule.name);
  const [isEditing, setEditing] = useState(false);
  const begin = () =>
    run.mutate(undefined, {
      onSuccess: (job) =>
        toast(t("schedules.begun"), {
          action: {
            label: t("common.open"),
            onPress: () => router.push(`/jobs/${job.id}` as never),
          },
        }),
    });
  return (
    <Card
      title={schedule.title}
      hint={`${words(schedule.at)} · ${schedule.zone}`}
      action={
        may && (
          <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
            <IconButton
              label={t("schedules.edit", { title: schedule.title })}
              icon={EditIcon}
              onPress={() => setEditing(true)}
            />
            <Button
              icon={RunIcon}
              label={t("schedules.run")}
              busy={run.isPending}
              onPress={begin}
            />
          </View>
        )
      }
    >
      <View style={{ flexDirection: "row", flexWrap: "wrap", columnGap: space.xl, rowGap: 4 }}>
        <Text step="small" tabular>
          {schedule.is_paused || !schedule.next_at
            ? t("schedules.paused")
            : t("schedules.next", { when: format.moment(schedule.next_at) })}
        </Text>
        {schedule.last_at && (
          <Text step="small" color="muted" tabular>
            {t("schedules.last", { when: format.since(schedule.last_at) })}
          </Text>
        )}
      </View>
      {may && (
        <Switch
          label={t("schedules.active")}
          value={!schedule.is_paused}
          onChange={(isOn) => change.mutate({ is_paused: !isOn })}
        />
      )}
      <Edit schedule={schedule} isOpen={isEditing} onClose={() => setEditing(false)} />
    </Card>
  );
}

function Edit({
  schedule,
  isOpen,
  onClose,
}: {
  schedule: Schedule;
  isOpen: boolean;
  onClose: () => void;
}) {
  const { t } = useWords();
  const words = useMeaning();
  const { change } = useScheduleActions(schedule.name);
  const [at, setAt] = useState(schedule.at);
  const [zone, setZone] = useState(schedule.zone);
  const save = () =>
    change.mutate(
      { at, zone },
      {
        onSuccess: () => {
          toast(t("settings.saved"));
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={schedule.title}
      isOpen={isOpen}
      onClose={onClose}
      foot={
        <>
          <Button tone="quiet" label={t("common.cancel")} onPress={onClose} />
          <Button tone="primary" label={t("common.save")} busy={change.isPending} onPress={save} />
        </>
      }
    >
      <View style={{ flexDirection: "row", flexWrap: "wrap", gap: space.sm }}>
        {USUAL.map((pattern) => (
          <Chip
            key={pattern}
            label={words(pattern)}
            selected={pattern === at}
            onPress={() => setAt(pattern)}
          />
        ))}
      </View>
      <Field label={t("schedules.pattern")} help={t("schedules.patternHint")}>
        <Input mono value={at} onChangeText={setAt} maxLength={200} />
      </Field>
      <Text color="accent" weight="medium">
        {words(at)}
      </Text>
      <Field label={t("schedules.zone")} help={t("schedules.zoneHint")}>
        <Input value={zone} onChangeText={setZone} maxLength={100} />
      </Field>
      {change.error && <ProblemView problem={told(change.error)} />}
    </Dialog>
  );
}
