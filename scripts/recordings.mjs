/**
 * Recorded outputs: every `fixtures/<theme>/<case>/case.json` holds commands, and `recorded/` beside it holds what they
 * print and write. Each case runs the real program in an empty folder of its own, without keys, colour or settings.
 *
 *   { "says": "what a reader should see here",
 *     "commands": [["generate", "--profile", "requests/x.json", "--seed", "1", "--today", "2026-12-01"]],
 *     "keep": ["_plan.json"] }          endings of the written files to record; all of them when left out
 *
 * A case with a language model replays a recording that lies beside it; `answers` names what a service on this machine
 * says when the recording is made again (`npm run fixtures -- --ask`).
 *
 * The folder holds `requests/` from fixtures/ and the case's own files. Commands name files from there.
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const FIXTURES = join(ROOT, "fixtures");
const BIN = join(ROOT, "bin", "cycling-plan.js");
const RECORDED = "recorded";

const subfolders = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .sort()
    : [];

const folders = () =>
  subfolders(FIXTURES).flatMap((theme) => subfolders(join(FIXTURES, theme)).map((name) => `${theme}/${name}`));

/** All cases below fixtures/, as `theme/case`, sorted. */
export const listCases = () => folders().filter((name) => existsSync(join(FIXTURES, name, "case.json")));

/** Everything below fixtures/ that holds a recording, whether or not there still is a case for it. */
export const listRecorded = () => folders().filter((name) => existsSync(join(FIXTURES, name, RECORDED)));

const filesBelow = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
        .sort()
    : [];

/** What the repository holds for a case: bytes per file of its recorded/ folder. */
export function committed(name) {
  const folder = join(FIXTURES, name, RECORDED);
  return new Map(filesBelow(folder).map((file) => [file, readFileSync(join(folder, file))]));
}

/** Where a case keeps its recording. */
export const recordedFolder = (name) => join(FIXTURES, name, RECORDED);

/** The machine as a case sees it: nobody's settings, nobody's keys. */
export const environment = (here) => ({
  PATH: process.env.PATH,
  SystemRoot: process.env.SystemRoot,
  NODE_OPTIONS: process.env.NODE_OPTIONS,
  // What is recorded is the same on every day.
  CYCLING_PLAN_TODAY: "2026-12-01",
  NO_COLOR: "1",
  COLUMNS: "80",
  LANG: "C.UTF-8",
  TZ: "UTC",
  HOME: join(here, "..", "home"),
  USERPROFILE: join(here, "..", "home"),
  APPDATA: join(here, "..", "home"),
  LOCALAPPDATA: join(here, "..", "home"),
});

/** Chatter without the lines that only a slow machine sees: what took longer than half a second says so. */
export const withoutProgress = (chatter) => chatter.replace(/^.*: done in [\d.]+ s\n/gm, "");

/** Words such as `CYCLING_PLAN_TODAY=2027-02-08` before a command are its environment, as in a shell. */
const isSetting = (word) => /^[A-Z_]+=/.test(word);

function runOne(here, words) {
  const args = words.filter((word, index) => !words.slice(0, index + 1).every(isSetting));
  const settings = words.slice(0, words.length - args.length);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [BIN, ...args], {
    cwd: here,
    env: { ...environment(here), ...Object.fromEntries(settings.map((word) => word.split("="))) },
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (error !== undefined) throw error;
  const shown = args.map((arg) => (/^[\w./:=,+-]+$/.test(arg) ? arg : `'${arg}'`)).join(" ");
  const said = withoutProgress(stderr);
  const chatter = said === "" ? "" : `--- stderr\n${said}`;
  return `$ ${[...settings, "cycling-plan"].join(" ")} ${shown}\n${stdout}${chatter}--- exit ${status}\n`;
}

/** Runs a case and returns what it prints (`output.txt`) and writes. */
export function record(name) {
  const root = realpathSync(mkdtempSync(join(tmpdir(), "cycling-plan-case-")));
  try {
    const here = join(root, "here");
    cpSync(join(FIXTURES, name), here, { recursive: true, filter: (path) => !path.endsWith(`${sep}${RECORDED}`) });
    cpSync(join(FIXTURES, "requests"), join(here, "requests"), { recursive: true });
    const before = new Set(filesBelow(here));
    const { commands, keep } = JSON.parse(readFileSync(join(here, "case.json"), "utf8"));
    const output = commands.map((args) => runOne(here, args)).join("\n");
    if (output.includes(root)) throw new Error(`${name} prints its folder, which is another on every machine`);
    const written = filesBelow(here).filter((file) => !before.has(file));
    const kept = written.filter((file) => keep === undefined || keep.some((ending) => file.endsWith(ending)));
    const files = kept.map((file) => [file, readFileSync(join(here, file))]);
    return new Map([["output.txt", Buffer.from(output)], ...files]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
