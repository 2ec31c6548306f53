import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DOCUMENTS, readDocument, withRecordings } from "../../scripts/documents.mjs";

interface Manifest {
  readonly scripts: Record<string, string>;
}

describe("the README", () => {
  const readme = readDocument("README.md");

  it("has at most 800 words, and leads to every page of docs/", () => {
    expect(readme.trim().split(/\s+/).length).toBeLessThanOrEqual(800);
    const pages = DOCUMENTS.filter((path) => path.startsWith("docs/"));
    const later = new Set(["docs/intervals-icu.md", "docs/other-programs.md"]);
    expect(pages.filter((page) => !later.has(page) && !readme.includes(page))).toEqual([]);
  });

  it("names only scripts and files that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
    const named = Array.from(readme.matchAll(/npm run ([\w:-]+)/g), ([, name]) => name ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = Array.from(
      readme.matchAll(/[`(]((?:docs|fixtures)\/[\w./-]+|NOTICE)[`)]/g),
      ([, file]) => file ?? "",
    );
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("gives newcomers the second command that every change must pass", () => {
    expect(readme).toContain("\nnpm cit ");
    expect(readFileSync(".ci/run", "utf8")).toMatch(/^CYCLING_PLAN_TEST_RESULTS="\$results" npm cit$/m);
  });
});

describe("README.md and docs/", () => {
  it.each(DOCUMENTS)("%s shows what the program prints now (npm run fixtures)", (path) => {
    expect(readDocument(path)).toBe(withRecordings(readDocument(path)));
  });

  it("show a plan, a day, its files, its check and the help", () => {
    const marks = DOCUMENTS.flatMap((path) => readDocument(path).match(/<!-- recorded: \S+ \d+/g) ?? []);
    expect(marks.length).toBeGreaterThanOrEqual(5);
    expect(new Set(marks).size).toBe(marks.length);
  });
});

describe("CONTRIBUTING", () => {
  it("draws the floors that the check holds", () => {
    const config = readFileSync(".dependency-cruiser.mjs", "utf8");
    const held = /const FLOORS = (\[[\s\S]*?\n\]);/.exec(config)?.[1] ?? "";
    const floors = Array.from(held.matchAll(/^ {2}\[(.*)\],$/gm), ([, names]) =>
      names?.replaceAll('"', "").replaceAll(", ", " | "),
    );
    const picture = /^cli \| api {5,}[\s\S]*?^base .*$/m.exec(readFileSync("CONTRIBUTING.md", "utf8"))?.[0] ?? "";
    expect(picture.split("\n").map((line) => line.slice(0, 32).trim())).toEqual(floors);
  });
});
