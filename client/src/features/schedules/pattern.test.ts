import { meaning } from "./pattern";

test.each([
  ["0 2 * * *", { kind: "daily", time: "02:00" }],
  ["30 4 * * 0", { kind: "weekly", weekday: 0, time: "04:30" }],
  ["30 4 * * 7", { kind: "weekly", weekday: 0, time: "04:30" }],
  ["0 3 1 * *", { kind: "monthly", day: 1, time: "03:00" }],
  ["*/15 * * * *", { kind: "minutes", every: 15 }],
  ["5 * * * *", { kind: "hourly", minute: 5 }],
  ["0 2 * 6 *", { kind: "other" }],
  ["0 2-4 * * *", { kind: "other" }],
  ["nonsense", { kind: "other" }],
])("%s means %o", (pattern, expected) => expect(meaning(pattern)).toEqual(expected));
