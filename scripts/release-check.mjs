/**
 * What a release needs beside `npm run check` and `npm test`, each with its verdict; none of it belongs into a check that a
 * change must pass, because an advisory of tomorrow must not turn today's state red. `npm run release-check -- sbom licences`
 * runs only those, `--sbom FILE` keeps the bill of materials. Exit code 1: something must be mended; 3: the registry could
 * not be asked, so nobody knows.
 */
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { runNpm } from "./run-npm.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const MOST_OUTPUT = 64 * 2 ** 20;
/** Licences that ask for no more than to be named (SPDX), which NOTICE and the notices in the package do. */
const ALLOWED = new Set(["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "Unlicense", "BlueOak-1.0.0"]); // prettier-ignore

const json = (name) => JSON.parse(readFileSync(join(ROOT, name), "utf8"));
const { version, name: ourName } = json("package.json");

/** Runs npm in the checkout; what it prints as JSON, or what it says. */
function npmJson(args) {
  const { stdout, stderr } = runNpm(args, { cwd: ROOT, encoding: "utf8", maxBuffer: MOST_OUTPUT });
  try {
    return { value: JSON.parse(stdout) };
  } catch {
    return { said: `${stdout}${stderr}`.trim() };
  }
}

/** What a user installs, as name@version: all that the lockfile does not keep for work on this repository. */
const installed = () =>
  Object.entries(json("package-lock.json").packages)
    .filter(([path, { dev, devOptional, optional }]) => path !== "" && !dev && !devOptional && !optional)
    .map(([path, { version: its }]) => `${path.split("node_modules/").at(-1)}@${its}`);

let made;
/**
 * The bill of materials of what a user installs, in CycloneDX. `npm sbom --omit dev` leaves out what a tool of ours needs as
 * well (npm 11.19: commander, zod), so all is asked for, and what is installed is kept.
 */
function bill() {
  if (made !== undefined) return made;
  made = npmJson(["sbom", "--package-lock-only", "--sbom-format", "cyclonedx"]);
  if (made.value === undefined) return made;
  const wanted = new Set(installed());
  const { components = [], dependencies = [] } = made.value;
  const kept = components.filter(({ "bom-ref": ref }) => wanted.has(ref));
  const refs = new Set(kept.map(({ "bom-ref": ref }) => ref));
  const { metadata } = made.value;
  const top = metadata?.component?.["bom-ref"];
  made.value.components = kept;
  if (metadata?.component !== undefined) metadata.component.name = ourName;
  made.value.dependencies = dependencies
    .filter(({ ref }) => ref === top || refs.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => refs.has(one)) }));
  return made;
}

const licenceOf = ({ licenses = [] }) =>
  licenses.map(({ license, expression }) => expression ?? license?.id ?? license?.name ?? "none").join(" AND ") ||
  "none";

/** Faults of the bill: its form, and what the lockfile installs that it does not name. */
function sbom(keepAt) {
  const { value, said } = bill();
  if (value === undefined) return { faults: [`npm sbom wrote no JSON: ${said}`] };
  const { bomFormat, specVersion, components = [] } = value;
  const faults = bomFormat === "CycloneDX" ? [] : [`it is no CycloneDX but ${bomFormat}`];
  for (const { name, version: its, purl } of components)
    if (!name || !its || !purl?.startsWith("pkg:npm/")) faults.push(`a component lacks its name, version or purl: ${name}`);
  const named = new Set(components.map(({ "bom-ref": ref }) => ref));
  faults.push(...installed().filter((one) => !named.has(one)).map((one) => `it does not name ${one}`));
  if (keepAt !== undefined) writeFileSync(keepAt, `${JSON.stringify(value, null, 2)}\n`);
  return { faults, says: `${components.length} packages, CycloneDX ${specVersion}${keepAt ? `, in ${keepAt}` : ""}` };
} // prettier-ignore

function licences() {
  const { value, said } = bill();
  if (value === undefined) return { faults: [`npm sbom wrote no JSON: ${said}`] };
  const found = value.components.map((one) => [`${one.name} ${one.version}`, licenceOf(one)]);
  const faults = found
    .filter(([, licence]) => !licence.replace(/[()]/g, "").split(/ (?:AND|OR) /).every((one) => ALLOWED.has(one)))
    .map(([name, licence]) => `${name}: ${licence} is not on the list of allowed licences`);
  return { faults, says: [...new Set(found.map(([, licence]) => licence))].sort().join(", ") };
} // prettier-ignore

/** Advisories on what a user installs. Where no registry answers nothing is known, which is said and is no pass. */
function audit() {
  const { value, said } = npmJson(["audit", "--omit=dev", "--json"]);
  const found = value?.vulnerabilities;
  if (found === undefined) {
    const why = value?.message ?? value?.error?.summary ?? said;
    return { faults: [], unknown: `no registry answered, so nobody knows: ${why}. Run it where one is reachable.` };
  }
  const faults = Object.values(found).map(({ name, severity, via }) => {
    const titles = via.map((one) => (typeof one === "string" ? one : `${one.title} ${one.url}`));
    return `${name}, ${severity}: ${titles.join("; ")}`;
  });
  return { faults, says: "no advisory on what is installed" };
}

function contents() {
  const script = join(ROOT, "scripts", "check-package.mjs");
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: "utf8" });
  return { faults: status === 0 ? [] : stderr.trim().split("\n"), says: stdout.trim() };
}

/** The state that is released: its version everywhere the same and told in the changelog, and nothing uncommitted. */
function state() {
  const lock = json("package-lock.json");
  const faults = [];
  if (lock.version !== version) faults.push(`package-lock.json says ${lock.version}, package.json ${version}`);
  if (!readFileSync(join(ROOT, "CHANGELOG.md"), "utf8").includes(`## [${version}]`))
    faults.push(`CHANGELOG.md has no section "## [${version}]"`);
  const { status, stdout } = spawnSync("git", ["status", "--porcelain"], { cwd: ROOT, encoding: "utf8" });
  if (status !== 0) faults.push("this is no checkout: a release is made from one");
  else if (stdout.trim() !== "") faults.push(`not committed:\n${stdout.trimEnd()}`);
  return { faults, says: `${ourName} ${version}` };
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { sbom: { type: "string" } } });
/** Name, what it holds, and the work. */
const CHECKS = [
  ["state", "one version, in the changelog, all of it committed", state],
  ["contents", "what is packed, its size, its notices", contents],
  ["sbom", "a bill of materials that names all that is installed", () => sbom(values.sbom)],
  ["licences", "of what is installed, each on the list of allowed ones", licences],
  ["audit", "known advisories on what is installed", audit],
];

const unknown = positionals.filter((wanted) => !CHECKS.some(([name]) => name === wanted));
if (unknown.length > 0) {
  console.error(`no such check: ${unknown.join(", ")} (there are ${CHECKS.map(([name]) => name).join(", ")})`);
  process.exit(2);
}
let [isBroken, isUnknown] = [false, false];
for (const [name, holds, work] of CHECKS) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { faults, says = "", unknown: why } = work();
  isBroken ||= faults.length > 0;
  isUnknown ||= why !== undefined;
  const verdict = faults.length > 0 ? "FAILED" : why === undefined ? "ok" : "?";
  console.log(`${verdict.padEnd(7)}${name.padEnd(9)} ${holds}${verdict === "ok" ? ` (${says})` : ""}`);
  for (const line of [...faults, ...(why === undefined ? [] : [why])]) console.log(line.replace(/^/gm, "       "));
}
process.exitCode = isBroken ? 1 : isUnknown ? 3 : 0;
