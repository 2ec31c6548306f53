/** Writes schemas/, each file format as JSON Schema, from the program as it is built: `npm run schemas`. */
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { buildDist } from "./build.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const NAMES = "request plan overview week athlete asked change done ride job library".split(" ");

await buildDist();
mkdirSync(join(ROOT, "schemas"), { recursive: true });
for (const name of NAMES) {
  const text = execFileSync(process.execPath, [join(ROOT, "bin", "cycling-plan.js"), "schema", name]);
  writeFileSync(join(ROOT, "schemas", `${name}.json`), text);
}
