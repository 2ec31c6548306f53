import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RULES } from "../../src/rules/catalogue.ts";

const document = readFileSync("docs/training-science.md", "utf8");
const sections = Array.from(document.matchAll(/^#{2,3} (\d+(?:\.\d+)?b?)\.? .+$/gm), ([, number = ""]) => number);
/** The rules of section 8 by the first cell of their row. */
const rules = Array.from(
  document.slice(document.indexOf("\n## 8. "), document.indexOf("\n### 8b ")).matchAll(/^\| (\d+) /gm),
  ([, number = ""]) => Number(number),
);

const NUMBER = String.raw`(?:1[0-2]|\d)(?:\.\d(?!\d)|b)?`;
const LIST = `${NUMBER}(?:(?:, | and )${NUMBER}(?![\\d%]))*`;
/** "training science 2.4, 3.1", "training-science notes, section 8", and in comments also "(2.4)", "(2.5; rule 21)". */
const NAMED = new RegExp(String.raw`training[- ]science(?: notes)?,?(?: section)? (${LIST})`, "gi");
const IN_BRACKETS = /\((\d{1,2}\.\d(?:, (?:\d{1,2}\.\d|8b))*)(?=[);])/g;
const RULE = /\brules? (\d+(?:(?:, | and )\d+)*)/g;

/** A file's text with each comment on one line. */
const joined = (path: string): string => readFileSync(path, "utf8").replace(/\n\s*\*(?!\/) ?/g, " ");
const commentsOf = (text: string): string => Array.from(text.matchAll(/\/\*[\s\S]*?\*\/|\/\/.*/g), String).join("\n");
const numbersIn = (text: string, pattern: RegExp): string[] =>
  Array.from(text.matchAll(pattern), ([, list = ""]) => list.split(/, | and /)).flat();

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `src/${name}`);

describe("docs/training-science.md", () => {
  it("has each section and each rule once, in order", () => {
    expect(new Set(sections).size).toBe(sections.length);
    expect(rules).toEqual(Array.from({ length: 42 }, (_, i) => i + 1));
  });

  it("holds every section that the code cites", () => {
    const cited = files.flatMap((path) => {
      const text = joined(path);
      const found = [...numbersIn(text, NAMED), ...numbersIn(commentsOf(text), IN_BRACKETS)];
      return found.map((section) => ({ path, section }));
    });
    expect(cited.length).toBeGreaterThan(90);
    expect(cited.filter(({ section }) => !sections.includes(section))).toEqual([]);
  });

  it("holds every rule that the code cites by its number", () => {
    const cited = files.flatMap((path) => numbersIn(commentsOf(joined(path)), RULE).map((rule) => ({ path, rule })));
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter(({ rule }) => !rules.includes(Number(rule)))).toEqual([]);
    expect(RULES.filter(({ number }) => number !== undefined && !rules.includes(number))).toEqual([]);
  });

  it("lists every publication that a rule names", () => {
    const list = document.slice(document.indexOf("\n## 10. "));
    const named = RULES.flatMap(({ source }) => Array.from(source.matchAll(/([A-Z][a-zöü]+) (\d{4})/g)));
    expect(named.length).toBeGreaterThan(15);
    const missing = named.filter(([, author = "", year = ""]) => !new RegExp(`${author}[^.]*${year}`).test(list));
    expect(missing.map(([whole]) => whole)).toEqual([]);
  });

  it("is no more than a source: what a rule prints says something by itself", () => {
    const bare = RULES.filter(
      ({ source }) =>
        source
          .replace(NAMED, "")
          .replace(/rule \d+/g, "")
          .replace(/\W/g, "") === "",
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
