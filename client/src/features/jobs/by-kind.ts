import type { Schemas } from "@/api/client";

export type Day = Schemas["DayDocument"];

/** How the jobs of one kind fared: `rate` is the share of those that ended well or not that did. */
export type KindSum = { kind: string; ended: number; rate: number | null; average: number | null };

/** Sums days up by kind, the most frequent first; a day's average weighs as many as ended then. */
export function byKind(days: readonly Day[]): KindSum[] {
  return [...new Set(days.map(({ kind }) => kind))]
    .map((kind) => sumOf(kind, days))
    .sort((one, other) => other.ended - one.ended || one.kind.localeCompare(other.kind));
}

function sumOf(kind: string, days: readonly Day[]): KindSum {
  const own = days.filter((day) => day.kind === kind);
  const sum = (value: (day: Day) => number) => own.reduce((so, day) => so + value(day), 0);
  const [good, bad] = [sum(({ completed }) => completed), sum(({ failed }) => failed)];
  const timed = own.filter(({ average_seconds }) => average_seconds !== null);
  const weight = (day: Day) => day.completed + day.failed + day.cancelled + day.skipped;
  const weights = timed.reduce((so, day) => so + weight(day), 0);
  const seconds = timed.reduce((so, day) => so + weight(day) * (day.average_seconds ?? 0), 0);
  return {
    kind,
    ended: sum(weight),
    rate: good + bad === 0 ? null : good / (good + bad),
    average: weights === 0 ? null : seconds / weights,
  };
}
