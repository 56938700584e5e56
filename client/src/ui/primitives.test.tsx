import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { SafeAreaProvider } from "react-native-safe-area-context";

import { Button } from "./Button";
import { Combobox } from "./Combobox";
import { Dialog } from "./Dialog";
import { Field } from "./Field";
import { Input } from "./Input";
import { ProblemView } from "./Feedback";
import { Select } from "./Select";
import { Switch } from "./Toggles";

test("a button that is busy cannot be pressed again", () => {
  const press = jest.fn();
  const { rerender } = render(<Button label="Scan" onPress={press} />);
  fireEvent.click(screen.getByText("Scan"));
  rerender(<Button label="Scan" busy onPress={press} />);
  fireEvent.click(screen.getByText("Scan"));
  expect(press).toHaveBeenCalledTimes(1);
});

test("a switch tells what it was switched to", () => {
  const change = jest.fn();
  render(<Switch label="Metrics" value={false} onChange={change} />);
  fireEvent.click(screen.getByText("Metrics"));
  expect(change).toHaveBeenCalledWith(true);
});

test("what is wrong takes the place of the help", () => {
  render(
    <Field label="Days" help="How long." wrong="Not a number.">
      <Input value="x" />
    </Field>,
  );
  expect(screen.queryByText("How long.")).toBeNull();
  expect(screen.getByText("Not a number.")).toBeTruthy();
});

test("the technical part of a problem folds away", () => {
  render(
    <ProblemView problem={{ sentence: "It broke.", hint: "", technical: "room.broke · 500" }} />,
  );
  expect(screen.queryByText("room.broke · 500")).toBeNull();
  fireEvent.click(screen.getByText("Details"));
  expect(screen.getByText("room.broke · 500")).toBeTruthy();
});

test("a combobox gives what was found by typing", async () => {
  const change = jest.fn();
  const choices = ["Asia/Tokyo", "Europe/Istanbul"].map((key) => ({ key, label: key }));
  render(<Combobox label="Zone" choices={choices} value="Asia/Tokyo" onChange={change} />);
  fireEvent.click(screen.getByText("Asia/Tokyo"));
  fireEvent.change(await screen.findByRole("combobox"), { target: { value: "istan" } });
  expect(screen.getAllByRole("option").map((option) => option.textContent)).toEqual([
    "Europe/Istanbul",
  ]);
  fireEvent.click(screen.getByRole("option"));
  expect(change).toHaveBeenCalledWith("Europe/Istanbul");
});

const focused = () => document.activeElement;

test("a select opens at what is chosen, and gives the focus back", async () => {
  const choices = ["Dark", "Light", "System"].map((key) => ({ key, label: key }));
  render(<Select label="Theme" choices={choices} value="Light" onChange={jest.fn()} />);
  const box = screen.getByRole("button");
  const choice = (name: string) => screen.getByRole("menuitemradio", { name });
  act(() => box.focus());
  fireEvent.click(box);
  await waitFor(() => expect(focused()).toBe(choice("Light")));
  fireEvent.keyDown(screen.getByRole("menu"), { key: "ArrowDown" });
  expect(focused()).toBe(choice("System"));
  fireEvent.keyUp(document, { key: "Escape" });
  await waitFor(() => expect(focused()).toBe(box));
  fireEvent.click(box);
  await waitFor(() => expect(focused()).toBe(choice("Light")));
});

function Renaming() {
  const [isOpen, setOpen] = useState(false);
  return (
    <SafeAreaProvider initialMetrics={WHOLE}>
      <Button label="Rename" onPress={() => setOpen(true)} />
      <Dialog title="Name" isOpen={isOpen} onClose={() => setOpen(false)}>
        <Input autoFocus aria-label="Name" />
      </Dialog>
    </SafeAreaProvider>
  );
}

const WHOLE = {
  frame: { x: 0, y: 0, width: 1024, height: 768 },
  insets: { top: 0, left: 0, right: 0, bottom: 0 },
};

test("a dialog whose field takes the focus at once gives it back to what opened it", async () => {
  render(<Renaming />);
  const button = screen.getByRole("button");
  act(() => button.focus());
  fireEvent.click(button);
  await waitFor(() => expect(focused()?.tagName).toBe("INPUT"));
  fireEvent.click(screen.getByLabelText("Close"));
  await waitFor(() => expect(focused()).toBe(button));
});
