import { isSelected, readSelection, toggledIn, writeSelection, type Selection } from "./selection";

const ONE = "01a21871-31c9-7b35-83d5-c31942453552";
const OTHER = "01a21871-31dd-7b7f-bb6d-6f83fbb85271";

test.each<Selection>([
  { mode: "none" },
  { mode: "all" },
  { mode: "some", ids: [] },
  { mode: "some", ids: [ONE, OTHER] },
])("an address gives %o again", (selection) => {
  expect(readSelection(writeSelection(selection))).toEqual(selection);
});

test("what is no id is passed over", () => {
  expect(readSelection(`nonsense.${writeSelection({ mode: "some", ids: [ONE] })}`)).toEqual({
    mode: "some",
    ids: [ONE],
  });
});

test("a title is selected, and let go again", () => {
  const once = toggledIn({ mode: "none" }, ONE);
  expect(isSelected(once, ONE)).toBe(true);
  expect(toggledIn(once, ONE)).toEqual({ mode: "some", ids: [] });
});

test("whoever presses one of all that fit begins anew with that one", () => {
  expect(toggledIn({ mode: "all" }, OTHER)).toEqual({ mode: "some", ids: [OTHER] });
});
