/**
 * The outputs in README.md and docs/ come from recordings. `<!-- recorded: generate/century-12-weeks 2 -->` before a code
 * block says which case and which of its commands; a third word keeps only so many lines of it.
 */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { committed } from "./recordings.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const BLOCK = /(<!-- recorded: (\S+) (\d+)(?: (\d+))? -->\n+```\w*\n)[\s\S]*?(```)/g;

/** What riders read beside the program, from the root: README.md and all of docs/. */
export const DOCUMENTS = [
  "README.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .sort()
    .map((name) => `docs/${name}`),
];

/** What the nth command of a case printed, its command line and exit code aside. */
function outputOf(name, number) {
  const text = committed(name).get("output.txt")?.toString("utf8") ?? "";
  const commands = text.split(/^\$ (?:[A-Z_]+=\S+ )*cycling-plan .*\n/m).slice(1);
  const output = commands[number - 1];
  if (output === undefined) throw new Error(`${name} records no command ${number}`);
  return output.split(/^--- /m)[0].trimEnd();
}

export const readDocument = (path) => readFileSync(join(ROOT, path), "utf8");

/** A document with every recorded block as the recordings are now. */
export function withRecordings(document) {
  let blocks = 0;
  const text = document.replace(BLOCK, (...found) => {
    const [, head, name, number, lines, tail] = found;
    blocks += 1;
    const output = outputOf(name, Number(number)).split("\n");
    const most = lines === undefined ? output.length : Number(lines);
    const shown = output.length <= most ? output : [...output.slice(0, most), "…"];
    return `${head}${shown.join("\n")}\n${tail}`;
  });
  const marks = document.split("<!-- recorded: ").length - 1;
  if (blocks !== marks) throw new Error(`${marks} recorded blocks are marked, ${blocks} can be read`);
  return text;
}
