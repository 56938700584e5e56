import { copyText } from "./clipboard";

test("a page that came over plain HTTP, and has no clipboard, copies all the same", async () => {
  const setData = jest.fn();
  document.execCommand = () =>
    document.dispatchEvent(Object.assign(new Event("copy"), { clipboardData: { setData } }));

  await copyText("a token");

  expect(setData.mock.calls).toEqual([["text/plain", "a token"]]);
});
