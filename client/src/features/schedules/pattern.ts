/** What a schedule's pattern means, as far as it can be said in a few words. */
export type Meaning =
  | { kind: "minutes"; every: number }
  | { kind: "hourly"; minute: number }
  | { kind: "hours"; every: number; minute: number }
  | { kind: "daily"; times: readonly string[] }
  | { kind: "weekly"; weekdays: readonly number[]; times: readonly string[] }
  | { kind: "monthly"; days: readonly number[]; times: readonly string[] }
  | { kind: "other" };

const OTHER: Meaning = { kind: "other" };
const PART = /^(\d{1,2})(?:-(\d{1,2}))?$/;
const EVERY = /^\*\/(\d{1,2})$/;
const MOST_TIMES = 4;

/** Reads `minute hour day month weekday`; 0 and 7 are Sunday. */
export function meaning(pattern: string): Meaning {
  const [minute = "", hour = "", day = "", month = "", weekday = "", more] = pattern
    .trim()
    .split(/\s+/);
  if (month !== "*" || more !== undefined) return OTHER;
  if (day === "*" && weekday === "*") return withinDays(minute, hour);
  const times = timesOf(minute, hour);
  if (times.length === 0) return OTHER;
  const [days, weekdays] = [numbers(day), numbers(weekday)];
  if (day === "*" && weekdays.length) {
    const each = [...new Set(weekdays.map((number) => number % 7))].sort();
    return each.length === 7 ? { kind: "daily", times } : { kind: "weekly", weekdays: each, times };
  }
  return weekday === "*" && days.length ? { kind: "monthly", days, times } : OTHER;
}

function withinDays(minute: string, hour: string): Meaning {
  const [everyMinute, everyHour] = [EVERY.exec(minute), EVERY.exec(hour)];
  if (hour === "*" && minute === "*") return { kind: "minutes", every: 1 };
  if (everyMinute && hour === "*") return { kind: "minutes", every: Number(everyMinute[1]) };
  const [only, second] = numbers(minute);
  if (only !== undefined && second === undefined) {
    if (hour === "*") return { kind: "hourly", minute: only };
    if (everyHour) return { kind: "hours", every: Number(everyHour[1]), minute: only };
  }
  const times = timesOf(minute, hour);
  return times.length ? { kind: "daily", times } : OTHER;
}

function timesOf(minute: string, hour: string): string[] {
  const two = (value: number) => String(value).padStart(2, "0");
  const times = numbers(hour).flatMap((each) =>
    numbers(minute).map((at) => `${two(each)}:${two(at)}`),
  );
  return times.length <= MOST_TIMES ? times : [];
}

/** The numbers that a list such as `1,3-5` names; none where it is anything else. */
function numbers(field: string): number[] {
  const parts = field.split(",").map((part) => PART.exec(part));
  if (parts.some((part) => part === null)) return [];
  return parts.flatMap((part) => {
    const [from, to] = [Number(part?.[1]), Number(part?.[2] ?? part?.[1])];
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at);
  });
}
