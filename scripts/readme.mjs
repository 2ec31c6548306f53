/**
 * The outputs in README.md come from recordings. `<!-- recorded: generate/century-12-weeks 2 -->` before a code block says
 * which case and which of its commands; a third word keeps only so many lines of it.
 */
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { committed } from "./recordings.mjs";

const README = join(resolve(dirname(fileURLToPath(import.meta.url)), ".."), "README.md");
const BLOCK = /(<!-- recorded: (\S+) (\d+)(?: (\d+))? -->\n+```\w*\n)[\s\S]*?(```)/g;

/** What the nth command of a case printed, its command line and exit code aside. */
function outputOf(name, number) {
  const text = committed(name).get("output.txt")?.toString("utf8") ?? "";
  const commands = text.split(/^\$ cycling-plan .*\n/m).slice(1);
  const output = commands[number - 1];
  if (output === undefined) throw new Error(`${name} records no command ${number}`);
  return output.split(/^--- /m)[0].trimEnd();
}

export const readReadme = () => readFileSync(README, "utf8");

/** The README with every recorded block as the recordings are now. */
export function withRecordings(readme) {
  let blocks = 0;
  const text = readme.replace(BLOCK, (...found) => {
    const [, head, name, number, lines, tail] = found;
    blocks += 1;
    const output = outputOf(name, Number(number)).split("\n");
    const most = lines === undefined ? output.length : Number(lines);
    const shown = output.length <= most ? output : [...output.slice(0, most), "…"];
    return `${head}${shown.join("\n")}\n${tail}`;
  });
  const marks = readme.split("<!-- recorded: ").length - 1;
  if (blocks !== marks) throw new Error(`README.md marks ${marks} recorded blocks, ${blocks} can be read`);
  return text;
}
