import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DOCUMENTS, readDocument } from "../../scripts/documents.mjs";

interface Word {
  readonly word: string;
  readonly not: readonly string[];
}

const words = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| word") && !line.startsWith("| ---"))
  .map((line): Word => {
    const [, word = "", , not = ""] = line.split("|").map((cell) => cell.trim());
    return { word, not: not.split(", ").filter((avoided) => avoided !== "") };
  });

/** Documents that quote what others call things: their columns, their papers. */
const OTHERS_WORDS = new Set(
  ["glossary", "training-science", "ride-files", "intervals-icu", "request", "tests", "promises"].map(
    (name) => `docs/${name}.md`,
  ),
);

/** Abbreviations as they stand, words in any case. */
const pattern = (avoided: string): RegExp =>
  new RegExp(`(?<![\\w-])${avoided}s?(?![\\w-])`, /^[A-Z]+$/.test(avoided) ? "g" : "gi");

/** Texts inside JSON that riders read: every string value, keys aside. */
function sentences(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(sentences);
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(sentences) : [];
}

function read(): Map<string, string> {
  const texts = new Map(DOCUMENTS.filter((path) => !OTHERS_WORDS.has(path)).map((path) => [path, readDocument(path)]));
  for (const folder of ["fixtures", "library"]) {
    for (const entry of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const path = `${folder}/${entry}`;
      if (path.endsWith("output.txt")) texts.set(path, readFileSync(path, "utf8"));
      const isText = folder === "library" || path.includes("recorded");
      if (path.endsWith(".json") && isText)
        texts.set(path, sentences(JSON.parse(readFileSync(path, "utf8"))).join("\n"));
    }
  }
  return texts;
}

describe("the glossary", () => {
  it("gives each word one meaning", () => {
    const all = words.map(({ word }) => word);
    expect(all.length).toBeGreaterThan(30);
    expect(new Set(all).size).toBe(all.length);
    expect(words.flatMap(({ not }) => not).filter((avoided) => all.includes(avoided))).toEqual([]);
  });

  it("is kept by everything a rider reads", () => {
    const avoided = words.flatMap(({ not }) => not);
    const found = Array.from(read(), ([path, text]) =>
      avoided.flatMap((word) => (text.match(pattern(word)) ?? []).map((match) => `${path}: ${match}`)),
    ).flat();
    expect([...new Set(found)]).toEqual([]);
  });
});
