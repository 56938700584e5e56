import { meaning } from "./pattern";

test.each([
  ["0 2 * * *", { kind: "daily", times: ["02:00"] }],
  ["0 2,14 * * *", { kind: "daily", times: ["02:00", "14:00"] }],
  ["30 4 * * 0", { kind: "weekly", weekdays: [0], times: ["04:30"] }],
  ["30 4 * * 7", { kind: "weekly", weekdays: [0], times: ["04:30"] }],
  ["0 8 * * 1-5", { kind: "weekly", weekdays: [1, 2, 3, 4, 5], times: ["08:00"] }],
  ["0 8 * * 0-6", { kind: "daily", times: ["08:00"] }],
  ["0 3 1,15 * *", { kind: "monthly", days: [1, 15], times: ["03:00"] }],
  ["*/15 * * * *", { kind: "minutes", every: 15 }],
  ["* * * * *", { kind: "minutes", every: 1 }],
  ["5 * * * *", { kind: "hourly", minute: 5 }],
  ["5 */6 * * *", { kind: "hours", every: 6, minute: 5 }],
  ["0 2 * 6 *", { kind: "other" }],
  ["0-59 * * * *", { kind: "other" }],
  ["0 2 1 * 1", { kind: "other" }],
  ["nonsense", { kind: "other" }],
])("%s means %o", (pattern, expected) => expect(meaning(pattern)).toEqual(expected));
