import { fireEvent, render, screen } from "@testing-library/react";

import { Button } from "./Button";
import { Combobox } from "./Combobox";
import { Field } from "./Field";
import { Input } from "./Input";
import { ProblemView } from "./Feedback";
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
