import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDist } from "../../scripts/build.mjs";

const ROOT = resolve(fileURLToPath(new URL("../../", import.meta.url)));
const STAMP = join(ROOT, "node_modules", ".cache", "built-from");
/** What dist/ is made from, and dist/ itself: a file of it that somebody changed or took away is made anew. */
const MADE_FROM = ["src", "scripts", "library", "dist"];
const FILES = ["package.json", "package-lock.json"];

/** Changes with every file's name, size and time of writing. */
function stateOfSources() {
  const below = MADE_FROM.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const hash = createHash("sha256");
  for (const name of [...below, ...FILES].sort()) {
    const { size, mtimeMs } = statSync(join(ROOT, name));
    hash.update(`${name} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

const stampOr = (none) => (existsSync(STAMP) ? readFileSync(STAMP, "utf8") : none);

/** Tests of the real process run bin/, which needs dist/ as the sources are now. */
export async function setup() {
  if (!existsSync(join(ROOT, "src", "cli", "main.ts")) || stampOr("") === stateOfSources()) return;
  await buildDist();
  mkdirSync(join(ROOT, "node_modules", ".cache"), { recursive: true });
  writeFileSync(STAMP, stateOfSources());
}
