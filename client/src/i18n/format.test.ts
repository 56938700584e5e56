import { renderHook } from "@testing-library/react";

import { useFormat } from "./format";

const HOUR = 3_600_000;

test("what was today is told by its distance, and what is far by its date", () => {
  const { since, date } = renderHook(useFormat).result.current;
  const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();
  expect(since(ago(3))).toBe("3 hours ago");
  expect(since(ago(24 * 40))).toBe(date(ago(24 * 40)));
});
