import { render, screen, within } from "@testing-library/react";

import { Cell, Table, type Column } from "./Table";
import { size } from "./tokens";

type Track = { language: string; title: string | null };

const columns: readonly Column<Track>[] = [
  { key: "kind", title: "Kind", isPlain: true, cell: () => <Cell>Audio</Cell> },
  { key: "language", title: "Language", cell: ({ language }) => <Cell>{language}</Cell> },
  { key: "title", title: "Title", cell: ({ title }) => title && <Cell>{title}</Cell> },
];
const tracks: Track[] = [
  { language: "Japanese", title: null },
  { language: "English", title: "Commentary" },
];

function shown(width: number): void {
  Object.defineProperty(document.documentElement, "clientWidth", {
    value: width,
    configurable: true,
  });
  window.dispatchEvent(new Event("resize"));
  render(<Table label="Tracks" columns={columns} items={tracks} keyOf={(each) => each.language} />);
}

test("on a phone every value has its label, but what speaks for itself or is not there", () => {
  shown(390);
  const [first, second] = within(screen.getByRole("list", { name: "Tracks" })).getAllByRole(
    "listitem",
  );
  expect(first?.textContent).toBe("AudioLanguageJapanese");
  expect(second?.textContent).toBe("AudioLanguageEnglishTitleCommentary");
});

test("where it is wide the labels stand once, at the top", () => {
  shown(size.wide);
  const table = screen.getByRole("table", { name: "Tracks" });
  expect(within(table).getAllByRole("columnheader")).toHaveLength(columns.length);
  expect(within(table).getAllByText("Language")).toHaveLength(1);
});
