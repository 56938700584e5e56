// Makes src/api/generated/schema.d.ts from openapi.json; with --check it only says whether it is stale.
import { readFile, writeFile } from "node:fs/promises";

import openapi, { astToString } from "openapi-typescript";

const source = new URL("../../openapi.json", import.meta.url);
const target = new URL("../src/api/generated/schema.d.ts", import.meta.url);

const made = astToString(await openapi(source));
if (process.argv.includes("--check")) {
  const kept = await readFile(target, "utf8").catch(() => "");
  if (kept !== made) {
    console.error("The client's types are stale: run `npm run types` in client/.");
    process.exit(1);
  }
} else {
  await writeFile(target, made);
}
