import { act, fireEvent, render, screen } from "@testing-library/react";

import { SearchInput } from "./SearchInput";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const box = () => screen.getByRole<HTMLInputElement>("textbox");
const type = (value: string) => fireEvent.change(box(), { target: { value } });
const rest = () => act(() => jest.advanceTimersByTime(300));

function searching() {
  const ask = jest.fn();
  const shown = (value: string) => <SearchInput label="Search" value={value} onChange={ask} />;
  const { rerender } = render(shown(""));
  return { ask, say: (value: string) => rerender(shown(value)) };
}

test("words are asked for once typing rests, however often the page is drawn meanwhile", () => {
  const { ask, say } = searching();
  type("a");
  for (let at = 0; at < 10; at++) {
    act(() => jest.advanceTimersByTime(40));
    say("");
  }
  expect(ask.mock.calls).toEqual([["a"]]);
});

test("words that come back late do not take away what was typed since", () => {
  const { say } = searching();
  type("a");
  rest();
  type("ab");
  say("a");
  expect(box().value).toBe("ab");
});

test("who clears the words elsewhere clears them here, and nothing asks for them again", () => {
  const { ask, say } = searching();
  type("a");
  rest();
  say("a");
  say("");
  rest();
  expect([box().value, ask.mock.calls.length]).toEqual(["", 1]);
});
