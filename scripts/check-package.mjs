/** What `npm publish` would send: the build works, publint has no complaint, and the file list holds what it must and nothing else. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { buildDist } from "./build.mjs";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What programs import and editors read; a command needs none of it. */
const FOR_PROGRAMS = [/^dist\/api\/[A-Za-z0-9_-]+\.js$/, /^types\/cycling-plan\.d\.ts$/, /^schemas\/[a-z]+\.json$/];

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
  ...FOR_PROGRAMS,
];

/** What may be downloaded at most, packed; more means that something slipped in. */
const MOST_KILOBYTES = { forRiders: 690, forPrograms: 340 };

/** For a package of ES modules alone: what asks with `require` gets Node's own answer. */
const IGNORED = new Set(["CJSResolvesToESM", "NoResolution", "WildcardResolution"]);

/** The bytes that `npm publish` would send. */
function tarball() {
  const folder = mkdtempSync(join(tmpdir(), "cycling-plan-pack-"));
  try {
    runNpm(["pack", "--ignore-scripts", "--pack-destination", folder], { cwd: ROOT, stdio: "ignore" });
    return new Uint8Array(readFileSync(join(folder, readdirSync(folder)[0])));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runNode = (script, ...args) =>
  spawnSync(process.execPath, [join(ROOT, "scripts", script), ...args], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  }).status;

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

// A name alone is no fault to npm, and then no `man cycling-plan`.
if (!Array.isArray(pkg.man)) complaints.push("package.json: npm links a page of the manual only where `man` is a list");

const { files, size } = packed();
const paths = files.map((file) => file.path.replaceAll("\\", "/"));
for (const path of paths) {
  if (!SHIPPED.some((pattern) => pattern.test(path))) complaints.push(`${path} is packed; nothing says it ships`);
}
for (const pattern of SHIPPED) {
  if (!paths.some((path) => pattern.test(path))) complaints.push(`nothing packed matches ${String(pattern)}`);
}
const isForPrograms = (path) => FOR_PROGRAMS.some((pattern) => pattern.test(path));
const packedBytes = paths
  .filter(isForPrograms)
  .reduce((total, path) => total + gzipSync(readFileSync(join(ROOT, path)), { level: 9 }).length, 0);
const forPrograms = Math.ceil(packedBytes / 1024);
const kilobytes = Math.ceil(size / 1024);
for (const [part, has] of Object.entries({ forRiders: kilobytes - forPrograms, forPrograms }))
  if (has > MOST_KILOBYTES[part]) complaints.push(`${part}: ${has} kB, more than ${MOST_KILOBYTES[part]}`);

const { problems } = await checkPackage(createPackageFromTarballData(tarball()));
for (const { kind, ...problem } of problems)
  if (!IGNORED.has(kind)) complaints.push(`types: ${kind} ${JSON.stringify(problem)}`);
if (runNode("api-types.mjs", "--check") !== 0) complaints.push("types/cycling-plan.d.ts is out of step");

for (const complaint of complaints) console.error(complaint);
console.log(
  `${paths.length} files, ${kilobytes} kB packed, ${forPrograms} of them for programs (${join(ROOT, "package.json")})`,
);
process.exitCode = complaints.length === 0 ? 0 : 1;
