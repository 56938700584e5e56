import { renderHook } from "@testing-library/react";

import { useFormat } from "./format";

const HOUR = 3_600_000;
const { RelativeTimeFormat } = Intl;

afterEach(() => Object.assign(Intl, { RelativeTimeFormat }));

const said = () => {
  const { since, when, moment } = renderHook(useFormat).result.current;
  const at = new Date(Date.now() - 3 * HOUR).toISOString();
  return { since: since(at), when: when(at), moment: moment(at) };
};

test("what was today is told by its distance", () => {
  expect(said().since).toBe("3 hours ago");
});

test("an engine that has no words for distances, as a phone's, tells a moment by its date", () => {
  delete (Intl as { RelativeTimeFormat?: unknown }).RelativeTimeFormat;

  const { since, when, moment } = said();

  expect(since).toBe(moment);
  expect(when).toMatch(/\d/);
});
