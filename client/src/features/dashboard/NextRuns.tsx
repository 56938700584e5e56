import ClockIcon from "lucide-react-native/icons/calendar-clock";

import { useJobWords } from "@/features/jobs/words";
import { useSchedules } from "@/features/schedules/queries";
import { useMeaning } from "@/features/schedules/words";
import { useFormat } from "@/i18n/format";
import { useWords } from "@/i18n/words";
import { Card } from "@/ui/Card";
import { Icon } from "@/ui/Icon";
import { LinkToAll } from "@/ui/Link";
import { Row, Rows } from "@/ui/Rows";
import { Text } from "@/ui/Text";
import { space } from "@/ui/tokens";

const MOST = 4;

/** What begins by itself next, and when, in words. */
export function NextRuns() {
  const { t } = useWords();
  const format = useFormat();
  const meaning = useMeaning();
  const { kind } = useJobWords();
  const schedules = useSchedules();
  const next = (schedules.data ?? [])
    .flatMap((schedule) => (schedule.next_at ? [{ ...schedule, next_at: schedule.next_at }] : []))
    .sort((one, other) => one.next_at.localeCompare(other.next_at))
    .slice(0, MOST);
  return (
    <Card
      flush
      title={t("dashboard.nextRuns")}
      action={<LinkToAll href="/schedules" label={t("dashboard.all")} />}
    >
      {schedules.data && next.length === 0 && (
        <Text color="muted" style={{ padding: space.lg }}>
          {t("dashboard.noRuns")}
        </Text>
      )}
      <Rows>
        {next.map((schedule) => (
          <Row
            key={schedule.name}
            before={<Icon shape={ClockIcon} />}
            title={kind(schedule.kind, schedule.title)}
            detail={meaning(schedule.at)}
            after={
              <Text step="small" color="muted" tabular>
                {format.when(schedule.next_at)}
              </Text>
            }
          />
        ))}
      </Rows>
    </Card>
  );
}
