import { halfHours } from "./hours";

test("a time of one's own stands among the half hours, in its place", () => {
  const times = halfHours("07:20", "22:00");

  expect(times).toHaveLength(48);
  expect(times.slice(14, 17)).toEqual(["07:00", "07:20", "07:30"]);
  expect(times).not.toContain("22:00");
});
