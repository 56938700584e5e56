import BanIcon from "lucide-react-native/icons/ban";
import AlertIcon from "lucide-react-native/icons/circle-alert";
import DoneIcon from "lucide-react-native/icons/circle-check";
import SkipIcon from "lucide-react-native/icons/circle-slash";
import ClockIcon from "lucide-react-native/icons/clock";
import RunIcon from "lucide-react-native/icons/loader";

import { useWords } from "@/i18n/words";
import { Badge, type Tone } from "@/ui/Badge";
import { Icon, type IconShape } from "@/ui/Icon";
import { ProgressRing } from "@/ui/Progress";

import type { Job, Status } from "./queries";

const LOOKS: Record<
  Status,
  { tone: Tone; icon: IconShape; ink: "muted" | "good" | "bad" | "warn" | "accent" }
> = {
  queued: { tone: "plain", icon: ClockIcon, ink: "muted" },
  running: { tone: "accent", icon: RunIcon, ink: "accent" },
  completed: { tone: "good", icon: DoneIcon, ink: "good" },
  failed: { tone: "bad", icon: AlertIcon, ink: "bad" },
  cancelled: { tone: "plain", icon: BanIcon, ink: "muted" },
  skipped: { tone: "warn", icon: SkipIcon, ink: "warn" },
};

export function JobBadge({ status }: { status: Status }) {
  const { t } = useWords();
  return (
    <Badge tone={LOOKS[status].tone} icon={LOOKS[status].icon} label={t(`jobStatus.${status}`)} />
  );
}

/** The sign before a job in a list: a ring while it runs. */
export function JobSign({ job, title }: { job: Job; title: string }) {
  if (job.status === "running")
    return <ProgressRing label={title} percent={job.percent} pixels={20} />;
  return <Icon shape={LOOKS[job.status].icon} color={LOOKS[job.status].ink} size={20} />;
}
