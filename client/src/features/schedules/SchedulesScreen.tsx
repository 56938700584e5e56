import EditIcon from "lucide-react-native/icons/pencil";
import RunIcon from "lucide-react-native/icons/play";
import { useState } from "react";
import { View } from "react-native";

import { told } from "@/api/problem";
import { useMay } from "@/api/session";
import { useToldOf } from "@/features/jobs/told-of";
import { useJobWords } from "@/features/jobs/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Button, IconButton } from "@/ui/Button";
import { Card } from "@/ui/Card";
import { ProblemView, Skeleton } from "@/ui/Feedback";
import { Page } from "@/ui/Page";
import { Text } from "@/ui/Text";
import { Switch } from "@/ui/Toggles";
import { space } from "@/ui/tokens";
import { useIsWide } from "@/ui/wide";

import { EditSchedule } from "./EditSchedule";
import { usePauseSchedule, useRunSchedule, useSchedules, type Schedule } from "./queries";
import { useMeaning } from "./words";

const SHOWN_RUNS = 3;

/** What begins by itself, when, and when next. */
export function SchedulesScreen() {
  const { t } = useWords();
  const schedules = useSchedules();
  return (
    <Page title={t("schedules.title")} hint={t("schedules.hint")} back="/settings" narrow>
      {schedules.error && (
        <ProblemView problem={told(schedules.error)} onRetry={() => void schedules.refetch()} />
      )}
      {schedules.isPending && <Skeleton height={160} />}
      {schedules.data?.map((schedule) => (
        <OneSchedule key={schedule.name} schedule={schedule} />
      ))}
    </Page>
  );
}

function OneSchedule({ schedule }: { schedule: Schedule }) {
  const { t } = useWords();
  const toldOf = useToldOf();
  const may = useMay("operator");
  const isWide = useIsWide();
  const words = useMeaning();
  const title = useJobWords().kind(schedule.kind, schedule.title);
  const pause = usePauseSchedule(schedule.name);
  const run = useRunSchedule(schedule.name, toldOf("schedules.begun"));
  const [isEditing, setEditing] = useState(false);
  const begin = () => run.mutate();
  return (
    <Card
      title={title}
      hint={`${words(schedule.at)} · ${schedule.zone.replaceAll("_", " ")}`}
      action={
        may && (
          <View style={{ flexDirection: "row", alignItems: "center", gap: space.sm }}>
            <IconButton
              label={t("schedules.edit", { title })}
              icon={EditIcon}
              onPress={() => setEditing(true)}
            />
            {isWide ? (
              <Button
                icon={RunIcon}
                label={t("schedules.run")}
                busy={run.isPending}
                onPress={begin}
              />
            ) : (
              <IconButton icon={RunIcon} label={t("schedules.run")} onPress={begin} />
            )}
          </View>
        )
      }
    >
      <Runs schedule={schedule} />
      {may && (
        <Switch
          label={t("schedules.active")}
          value={!schedule.is_paused}
          onChange={(isOn) => pause.mutate(!isOn)}
        />
      )}
      {isEditing && (
        <EditSchedule schedule={schedule} title={title} onClose={() => setEditing(false)} />
      )}
    </Card>
  );
}

/** When it ran last, and when it will. */
function Runs({ schedule }: { schedule: Schedule }) {
  const { t } = useWords();
  const format = useFormat();
  const next = schedule.next_runs.slice(0, SHOWN_RUNS).map(format.when);
  return (
    <View style={{ gap: 4 }}>
      <Text step="small" tabular>
        {next.length === 0 ? t("schedules.paused") : t("schedules.next", { when: next[0] })}
        {next.length > 1 && (
          <Text step="small" color="muted" tabular>
            {` · ${t("schedules.then", { when: next.slice(1).join("; ") })}`}
          </Text>
        )}
      </Text>
      <Text step="small" color="muted" tabular>
        {schedule.last_at
          ? t("schedules.last", { when: format.since(schedule.last_at) })
          : t("schedules.never")}
      </Text>
    </View>
  );
}
