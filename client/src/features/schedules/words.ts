import { useWords } from "@/i18n/words";

import { meaning } from "./pattern";

const A_SUNDAY = Date.UTC(2023, 0, 1);
const DAY = 86_400_000;
const WORKDAYS = "1,2,3,4,5";

/** Says a pattern in the user's language; one that has no few words is said as it is. */
export function useMeaning(): (pattern: string) => string {
  const { t, language } = useWords();
  const name = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return (pattern) => {
    const said = meaning(pattern);
    switch (said.kind) {
      case "minutes":
        return t("schedules.minutes", { count: said.every });
      case "hourly":
        return t("schedules.hourly", { minute: said.minute });
      case "hours":
        return t("schedules.hours", { count: said.every, minute: said.minute });
      case "daily":
        return t("schedules.daily", { time: said.times.join(", ") });
      case "weekly": {
        const time = said.times.join(", ");
        if (said.weekdays.join() === WORKDAYS) return t("schedules.workdays", { time });
        const weekday = said.weekdays.map((each) => name.format(A_SUNDAY + each * DAY)).join(", ");
        return t("schedules.weekly", { weekday, time });
      }
      case "monthly":
        return t("schedules.monthly", { day: said.days.join(", "), time: said.times.join(", ") });
      default:
        return pattern;
    }
  };
}

/** The names of time zones that this device knows; none where it does not tell. */
export function timeZones(): readonly string[] {
  return typeof Intl.supportedValuesOf === "function"
    ? ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")]
    : [];
}
