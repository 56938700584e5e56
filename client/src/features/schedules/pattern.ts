/** What a schedule's pattern means, as far as it can be said in a few words. */
export type Meaning =
  | { kind: "minutes"; every: number }
  | { kind: "hourly"; minute: number }
  | { kind: "daily"; time: string }
  | { kind: "weekly"; weekday: number; time: string }
  | { kind: "monthly"; day: number; time: string }
  | { kind: "other" };

const NUMBER = /^\d{1,2}$/;
const EVERY = /^\*\/(\d{1,2})$/;

/** Reads `minute hour day month weekday`; 0 and 7 are Sunday. */
export function meaning(pattern: string): Meaning {
  const [minute = "", hour = "", day = "", month = "", weekday = "", more] = pattern
    .trim()
    .split(/\s+/);
  if (month !== "*" || more !== undefined) return { kind: "other" };
  const every = EVERY.exec(minute);
  const isAnyDay = day === "*" && weekday === "*";
  if (every && hour === "*" && isAnyDay) return { kind: "minutes", every: Number(every[1]) };
  if (!NUMBER.test(minute)) return { kind: "other" };
  if (hour === "*" && isAnyDay) return { kind: "hourly", minute: Number(minute) };
  if (!NUMBER.test(hour)) return { kind: "other" };
  const time = `${hour.padStart(2, "0")}:${minute.padStart(2, "0")}`;
  if (isAnyDay) return { kind: "daily", time };
  if (day === "*" && NUMBER.test(weekday)) {
    return { kind: "weekly", weekday: Number(weekday) % 7, time };
  }
  if (weekday === "*" && NUMBER.test(day)) return { kind: "monthly", day: Number(day), time };
  return { kind: "other" };
}
