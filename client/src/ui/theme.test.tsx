import { render, screen } from "@testing-library/react";

import { Button } from "./Button";
import { ThemeProvider } from "./theme";

const { matchMedia } = window;

afterEach(() => Object.assign(window, { matchMedia }));

test.each([
  ["fingers", true, "44px"],
  ["a pointer", false, "36px"],
])("what is pressed by %s is high enough for that", (_by, matches, height) => {
  const media = { matches, addEventListener() {}, removeEventListener() {}, addListener() {} };
  Object.assign(window, { matchMedia: () => media });
  render(
    <ThemeProvider>
      <Button label="Scan" />
    </ThemeProvider>,
  );
  expect(getComputedStyle(screen.getByRole("button")).minHeight).toBe(height);
});
