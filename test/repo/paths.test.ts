import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "SECURITY.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const OURS = ["bin", "src", "test", "scripts", "docs", "fixtures", "library", ".ci"];
/** Every file of ours by its name alone, as documents call those they have just placed. */
const names = new Set(
  OURS.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" })).map((path) => basename(path)),
);

const PATH = new RegExp(String.raw`(?<![\w./-])(?:${OURS.join("|").replace(".", String.raw`\.`)})/[\w./<>*-]*`, "g");

/** What a document names: whole paths, up to the part that stands for any name; files by name; links to files beside it. */
function namedIn(path: string): { paths: string[]; files: string[] } {
  const text = readFileSync(path, "utf8");
  const quoted = Array.from(text.matchAll(/`([^`\n]+)`/g), ([, span = ""]) => span);
  const pictures = Array.from(text.matchAll(/^```text$[\s\S]*?^```$/gm), String);
  const paths = [...quoted, ...pictures].flatMap((span) => span.match(PATH) ?? []);
  const links = Array.from(text.matchAll(/\]\((?!https?:|#)([^)]+)\)/g), ([, link = ""]) =>
    join(dirname(path), link.replace(/#.*/, "")),
  );
  return {
    paths: [...paths.map((one) => one.replace(/[^/]*[<*].*$/, "").replace(/[.]$/, "")), ...links],
    files: quoted.filter((span) => /^[\w.-]+\.(?:ts|mts|mjs)$/.test(span)),
  };
}

describe.each(DOCUMENTS)("%s", (document) => {
  it("names only paths and files that exist", () => {
    const { paths, files } = namedIn(document);
    expect(paths.filter((path) => !existsSync(path))).toEqual([]);
    expect(files.filter((file) => !names.has(file))).toEqual([]);
  });
});

it("what the code names in its comments exists", () => {
  const code = ["src", "test", "scripts"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${folder}/${name}`))
    .filter((path) => /\.m?ts$|\.mjs$/.test(path));
  const comments = code.flatMap((path) => readFileSync(path, "utf8").match(/\/\*[\s\S]*?\*\/|\/\/ .*/g) ?? []);
  const paths = comments
    .flatMap((comment) => comment.match(PATH) ?? [])
    .filter((path) => /^[^<*]+\w\.(?:[jt]s|mjs|md|json)$/.test(path));
  expect(paths.length).toBeGreaterThan(2);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

it("the documents name only scripts that exist", () => {
  const named = DOCUMENTS.flatMap((document) =>
    Array.from(readFileSync(document, "utf8").matchAll(/npm run ([\w:-]+)/g), ([, name = ""]) => name),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((name) => !(name in manifest.scripts))).toEqual([]);
});

it("the documents name paths at all", () => {
  expect(namedIn("CONTRIBUTING.md").paths.length).toBeGreaterThan(40);
  expect(namedIn("README.md").paths.length).toBeGreaterThan(4);
  expect(namedIn("docs/tests.md").files.length).toBeGreaterThan(5);
});

it("what CONTRIBUTING says of each addition fits in ten lines", () => {
  const sections = readFileSync("CONTRIBUTING.md", "utf8").split(/^## /m).slice(1);
  const additions = sections.filter((section) => section.startsWith("Add "));
  expect(additions.map((section) => section.split("\n")[0])).toEqual([
    "Add a rule",
    "Add a term of a request",
    "Add a kind of change",
    "Add a ladder",
    "Add an export format",
    "Add a provider",
    "Add a command",
  ]);
  for (const section of additions) expect(section.trim().split("\n").slice(2).length, section).toBeLessThanOrEqual(10);
});
