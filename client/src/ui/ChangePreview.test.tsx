import { fireEvent, render, screen } from "@testing-library/react";

import { ChangePreview } from "./ChangePreview";

const film = {
  key: "film",
  name: "Iron Bridge.mkv",
  became: [{ what: "Plays first", before: "English AC-3", after: "Japanese FLAC" }],
  reason: "Japanese is the original language.",
};
const shared = {
  key: "shared",
  name: "Paper Lanterns.mkv",
  became: [],
  refusal: { sentence: "It has 2 names on disk.", hint: "See the settings." },
};

test("each file shows what it was, what it becomes, and why", () => {
  render(<ChangePreview files={[film]} total="one file" lasting={null} />);
  const pair = screen.getByRole("group", { name: "Plays first" });
  expect(pair.textContent).toBe("Plays firstEnglish AC-3Japanese FLAC");
  expect(screen.getByText("Japanese is the original language.")).toBeTruthy();
  expect(screen.getByText("All of it can be undone.")).toBeTruthy();
});

test("what could not be undone is said instead", () => {
  render(<ChangePreview files={[film]} lasting="The old copies are deleted." />);
  expect(screen.queryByText("All of it can be undone.")).toBeNull();
  expect(screen.getByText("The old copies are deleted.")).toBeTruthy();
});

test("a file that is left alone says why, and what to do", () => {
  render(<ChangePreview files={[shared]} />);
  expect(screen.getByText("It has 2 names on disk. See the settings.")).toBeTruthy();
  expect(screen.queryByRole("checkbox")).toBeNull();
});

test("files are chosen one by one", () => {
  const choose = jest.fn();
  render(<ChangePreview files={[film, shared]} chosen={new Set(["shared"])} onChoose={choose} />);
  const boxes = screen.getAllByRole("checkbox");
  expect(boxes.map((box) => box.getAttribute("aria-checked"))).toEqual(["false", "true"]);
  fireEvent.click(screen.getByRole("checkbox", { name: "Iron Bridge.mkv" }));
  expect(choose).toHaveBeenCalledWith("film");
});
