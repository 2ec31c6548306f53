import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { shellWord } from "../../../src/cli/shell-word.ts";

const WORDS = ["plain", "with blank", "it's", "\u001b[31mred", "two\nlines", "tab\there's \\n1", "a\u202eb", "\u{e0041}1", "🚴‍♀️", "-rf", "$(id)"]; // prettier-ignore

it.skipIf(process.platform === "win32")("a word that is pasted is the same word, and nothing in it is obeyed", () => {
  const typed = WORDS.map((word) => shellWord(word, "linux")).join(" ");
  // eslint-disable-next-line no-control-regex -- that none is left is the point
  expect(typed).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e\u{e0041}]/u);
  const env = { LC_ALL: "C.UTF-8", PATH: process.env.PATH };
  expect(execFileSync("bash", ["-c", `printf '%s\\0' ${typed}`], { encoding: "utf8", env }).split("\0")).toEqual([...WORDS, ""]);
}); // prettier-ignore
