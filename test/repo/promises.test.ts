import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DOCUMENTS } from "../../scripts/documents.mjs";
import { COMMANDS } from "../../src/cli/command-table.ts";

interface Row {
  readonly document: string;
  readonly promise: string;
  readonly file: string;
  readonly test: string;
}

/** Pages that say what words mean, what sources found or how this is made, and promise a rider nothing. */
const WITHOUT = new Set(["glossary", "promises", "tests", "training-science"].map((name) => `docs/${name}.md`));
/** What `--help` prints comes from the words of the specs. */
const HELP = "--help";

const flat = (text: string): string => text.replace(/\s+/g, " ");
const read = (path: string): string => readFileSync(path, "utf8");
const wordsOf = (document: string): string => flat(document === HELP ? JSON.stringify(COMMANDS) : read(document));

function rowsIn(text: string): Row[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const [document = "", ...lines] = section.split("\n");
      const rows = lines.filter((line) => line.startsWith("| ") && !/^\| (?:promise|-+) /.test(line));
      return rows.map((line): Row => {
        const [, promise = "", file = "", test = ""] = line.split("|").map((cell) => cell.trim());
        return { document: document.trim(), promise, file: file.replaceAll("`", ""), test };
      });
    });
}

const rows = rowsIn(read("docs/promises.md"));

describe("the promises of README, docs and --help", () => {
  it("are kept for every document that makes any", () => {
    const documents = new Set(rows.map(({ document }) => document));
    expect([...DOCUMENTS, "SECURITY.md", HELP].filter((one) => !WITHOUT.has(one) && !documents.has(one))).toEqual([]);
    expect(rows.length).toBeGreaterThan(200);
  });

  it("stand in their documents word for word", () => {
    const texts = new Map([...new Set(rows.map(({ document }) => document))].map((one) => [one, wordsOf(one)]));
    expect(rows.filter(({ document, promise }) => texts.get(document)?.includes(flat(promise)) !== true)).toEqual([]);
  });

  it("have each a test that is there", () => {
    const isThere = ({ file, test }: Row): boolean =>
      existsSync(file) && test.length > 8 && read(file).includes(JSON.stringify(test));
    expect(rows.filter((row) => !isThere(row))).toEqual([]);
  });
});
