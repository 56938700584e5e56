/** @jest-environment node */
import { execFileSync } from "node:child_process";
import { join } from "node:path";

test("the types are those of openapi.json", () => {
  const script = join(__dirname, "..", "..", "scripts", "types.mjs");
  expect(() =>
    execFileSync(process.execPath, [script, "--check"], { stdio: "pipe" }),
  ).not.toThrow();
});
