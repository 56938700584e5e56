/** The quiet hours that are proposed. */
export const USUAL_NIGHT = { quiet_from: "22:00", quiet_until: "07:00" };

const HALF_HOURS = Array.from({ length: 48 }, (_, at) => {
  const hour = String(Math.floor(at / 2)).padStart(2, "0");
  return `${hour}:${at % 2 ? "30" : "00"}`;
});

/** The times of a day to choose from, with the one that is chosen, without one that cannot be. */
export function halfHours(chosen: string, without?: string): string[] {
  return [...new Set([...HALF_HOURS, chosen])].filter((time) => time !== without).toSorted();
}
