// Builds the web client into a folder: `node scripts/build.mjs FOLDER`.
//
// What Expo writes knows where it is served from. We want one build for every sub-path, so the
// placeholder of app.json is taken out of the script, which then reads the page's <base>; only the
// page itself keeps it, for the server to fill. Everything but the page gets compressed siblings.
// The worker that lets the client begin without the server is told which files there are, and the
// server which script the screen at an address is in.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const PLACEHOLDER = "/__maestrarr_base__";
const BASE = "globalThis.MAESTRARR_BASE";
const BASE_SCRIPT = `${BASE}=new URL(document.baseURI).pathname.replace(/\\/+$/,"");`;
const COMPRESSED = new Set([".js", ".css", ".json", ".svg", ".webmanifest", ".ttf", ".map"]);
const WORTH_IT = 1_024;
const SCREEN = /lazily\(\s*"(.+?)",\s*\(\) => import\("[^"]+\/(\w+)"\)/g;
const KEPT = /^(_expo\/|fonts\/|icon|manifest)/; // what the client needs to begin without the server

const client = fileURLToPath(new URL("..", import.meta.url));
const target = process.argv[2];
if (!target) throw new Error("Where to? node scripts/build.mjs FOLDER");
const part = `${target}.part`;

await import("./fonts.mjs");
await rm(part, { recursive: true, force: true });
await run(process.execPath, [
  join(client, "node_modules/expo/bin/cli"),
  ...["export", "--platform", "web", "--output-dir", part],
]);
await fillIn(part);
await rm(join(part, "metadata.json"), { force: true });
await rm(target, { recursive: true, force: true });
await mkdir(join(target, ".."), { recursive: true });
await rename(part, target).catch(() => cp(part, target, { recursive: true }));

async function fillIn(folder) {
  const scripts = (await files(folder)).filter((path) => extname(path) === ".js");
  await Promise.all(scripts.map(freeFromBase));
  await freePage(join(folder, "index.html"));
  await nameFiles(join(folder, "sw.js"));
  await nameScreens(folder, scripts);
  for (const path of await files(folder)) {
    const bytes = await readFile(path);
    if (!COMPRESSED.has(extname(path)) || bytes.length < WORTH_IT) continue;
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
    await writeFile(`${path}.br`, brotliCompressSync(bytes, options));
    await writeFile(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}

async function freePage(page) {
  const text = await readFile(page, "utf8");
  // Relative addresses, so that the browser resolves them against <base>.
  const near = text.replaceAll(`="${PLACEHOLDER}/`, '="').replaceAll('="/', '="');
  const filled = near.replace('<base href=""', '<base href="%BASE%"');
  if (!filled.includes("%BASE%")) throw new Error("The page has no <base> for the server to fill.");
  await writeFile(page, filled);
}

/** Tells the worker what this build is made of, and gives the whole a name. */
async function nameFiles(worker) {
  const folder = join(worker, "..");
  const paths = (await files(folder)).map((path) => relative(folder, path)).sort();
  const build = createHash("sha256");
  for (const path of paths) build.update(path).update(await readFile(join(folder, path)));
  const kept = paths.filter((path) => KEPT.test(path));
  const text = (await readFile(worker, "utf8"))
    .replace("%BUILD%", build.digest("hex").slice(0, 16))
    .replace('["%FILES%"]', JSON.stringify(kept));
  await writeFile(worker, text);
}

/** Writes which script the screen of each route is in, so that the page can ask for it at once. */
async function nameScreens(folder, scripts) {
  const screens = await readFile(join(client, "src/screens.ts"), "utf8");
  const named = [...screens.matchAll(SCREEN)].map(([, route, name]) => {
    const script = scripts.find((path) => basename(path).startsWith(`${name}-`));
    if (!script) throw new Error(`The screen at ${route} has no script of its own.`);
    return [route, relative(folder, script)];
  });
  await writeFile(join(folder, "screens.json"), JSON.stringify(named));
}

async function freeFromBase(path) {
  const text = await readFile(path, "utf8");
  if (!text.includes(PLACEHOLDER)) return;
  const freed = text
    .replaceAll(`\\"${PLACEHOLDER}\\"`, '\\"\\"') // in the manifest, which nobody asks
    .replaceAll(new RegExp(`(["'\`])${PLACEHOLDER}`, "g"), (_, quote) => `${BASE}+${quote}`);
  if (freed.includes(PLACEHOLDER)) throw new Error(`${path} still names the placeholder.`);
  await writeFile(path, BASE_SCRIPT + freed);
}

async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name));
}

function run(command, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, options, {
      cwd: client,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CI: "1", EXPO_OFFLINE: "1", EXPO_NO_TELEMETRY: "1" },
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The export ended with ${code}.`));
    });
  });
}
