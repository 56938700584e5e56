/** @jest-environment node */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { addressOf } from "@/ui/ahead";

const APP = join(__dirname, "app");
const ALWAYS = /^(_layout|\+not-found|gallery|\(frame\)\/_layout)\.tsx$/;

test("every screen is a script of its own, fetched by the address where it is shown", () => {
  const scripts = [
    ...readFileSync(join(__dirname, "screens.ts"), "utf8").matchAll(
      /export const (\w+) = lazily\(\s*"(.+)",\s*\(\) => import\(/g,
    ),
  ].map(([, screen, route = ""]) => ({ screen, address: addressOf(route) }));
  const shown = readdirSync(APP, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx") && !ALWAYS.test(name))
    .map((name) => ({
      route: `/${name}`.replace(/\/\(frame\)|(\/index)?\.tsx$/g, "") || "/",
      screen: /^export \{ (\w+) as default \} from "@\/screens";\n$/.exec(
        readFileSync(join(APP, name), "utf8"),
      )?.[1],
    }));

  const astray = shown.filter(
    ({ route, screen }) =>
      !scripts.some((each) => each.screen === screen && each.address.test(route)),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(astray).toEqual([]);
});
