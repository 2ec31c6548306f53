/** What `npm publish` would send: the build works, publint has no complaint, and the file list holds what it must and nothing else. */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { buildDist } from "./build.mjs";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** Each line of the packed list must match one of these, and each of these must be matched. */
const SHIPPED = [
  /^package\.json$/,
  /^README\.md$/,
  /^LICENSE$/,
  /^NOTICE$/,
  /^bin\/cycling-plan\.js$/,
  /^dist\/main\.js$/,
  /^dist\/generate\.js$/,
  /^dist\/[A-Za-z0-9_-]+\.js$/,
  /^dist\/library\.json$/,
  /^dist\/THIRD-PARTY\.txt$/,
  /^man\/cycling-plan\.1$/,
];

/** A rider downloads this much at most, packed; more means that something slipped in. */
const MOST_KILOBYTES = 600;

function packed() {
  const { stdout } = runNpm(["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: ROOT,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  return JSON.parse(stdout)[0];
}

const complaints = [];
const { packages } = await buildDist();
const notice = readFileSync(join(ROOT, "NOTICE"), "utf8");
for (const name of packages) {
  if (!notice.includes(`- ${name} (`)) complaints.push(`NOTICE does not name ${name}, whose code is in dist/`);
}

const { messages, pkg } = await publint({ pkgDir: ROOT, strict: true });
for (const message of messages) complaints.push(`publint: ${formatMessage(message, pkg, { color: false })}`);

const { files, size } = packed();
const paths = files.map((file) => file.path.replaceAll("\\", "/"));
for (const path of paths) {
  if (!SHIPPED.some((pattern) => pattern.test(path))) complaints.push(`${path} is packed; nothing says it ships`);
}
for (const pattern of SHIPPED) {
  if (!paths.some((path) => pattern.test(path))) complaints.push(`nothing packed matches ${String(pattern)}`);
}
const kilobytes = Math.ceil(size / 1024);
if (kilobytes > MOST_KILOBYTES) complaints.push(`the package is ${kilobytes} kB, more than ${MOST_KILOBYTES}`);

for (const complaint of complaints) console.error(complaint);
console.log(`${paths.length} files, ${kilobytes} kB packed (${join(ROOT, "package.json")})`);
process.exitCode = complaints.length === 0 ? 0 : 1;
