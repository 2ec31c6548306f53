import { writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonMistake } from "../../../src/storage/json-mistake.ts";
import { decoded, MOST_BYTES, parseJson, readJsonFile } from "../../../src/storage/read-json.ts";
import { aFolder } from "./a-folder.ts";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("readJsonFile", () => {
  const written = async (content: string | Uint8Array): Promise<string> => {
    const path = join(await aFolder(), "rider.json");
    await writeFile(path, content);
    return path;
  };

  it.each([
    ["plain", '{"a": 1}'],
    ["with a byte order mark", '\ufeff{"a": 1}'],
    ["with Windows line ends", '{\r\n"a": 1\r\n}\r\n'],
    ["as UTF-16, the way PowerShell saves it", Buffer.from('\ufeff{"a": 1}', "utf16le")],
  ])("reads a file %s", async (_, content) => {
    expect(await readJsonFile(await written(content))).toEqual({ a: 1 });
  });

  it.each([
    ["", "is empty"],
    [" \n", "is empty"],
    ['{"a": 1,}', "is not JSON: line 1, column 9: expected a name in double quotes"],
    ['{\n  "a": 1\n  "b": 2\n}', "line 3, column 3: expected a comma or the closing bracket"],
    ["ftp: 265", "line 1, column 1: expected a value"],
    [Buffer.from([0x7b, 0xff, 0xfe]), "is not a text file"],
    [`${"[".repeat(101)}${"]".repeat(101)}`, "is nested deeper than 100 levels"],
    ["[".repeat(1_000_000), "is nested deeper than 100 levels"],
    [`"open\n${"[".repeat(1_000_000)}`, "is nested deeper than 100 levels"],
  ])("%# refuses what cannot be read: %s", async (content, says) => {
    const path = await written(content);
    await expect(readJsonFile(path)).rejects.toMatchObject({ code: "INPUT_INVALID" });
    await expect(readJsonFile(path)).rejects.toThrow(`${path} ${says.startsWith("is") ? says : "is not JSON: "}`);
    await expect(readJsonFile(path)).rejects.toThrow(says);
  });

  it("says what a path is when it is no file", async () => {
    const folder = await aFolder();
    await expect(readJsonFile(folder)).rejects.toThrow("it is a directory");
    await expect(readJsonFile(join(folder, "none.json"))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await mkdir(join(folder, "x"));
    await writeFile(join(folder, "file"), "{}");
    await expect(readJsonFile(join(folder, "file", "y.json"))).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("reads brackets inside texts as texts", async () => {
    expect(await parseJson(JSON.stringify('[{\\"'.repeat(200)), "x")).toContain("[{");
  });

  it("counts depth, not brackets", async () => {
    expect(await parseJson(`[${"[{}],".repeat(500)}1]`, "x")).toHaveLength(501);
  });

  it("stops at the cap", async () => {
    const path = await written(Buffer.alloc(MOST_BYTES + 1, 32));
    await expect(readJsonFile(path)).rejects.toThrow("larger than 64 MB");
  });

  it("drops the mark of UTF-8", () => {
    expect(decoded(Buffer.from("\ufeffx"), "x")).toBe("x");
  });
});

/** What a slip of the hand puts into a file. */
const PUT_IN = [
  "",
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  "'",
  "\\",
  "/",
  "x",
  "0",
  "-",
  ".",
  "e",
  "+",
  "\t",
  "\n",
  "\u00a0",
];

describe("jsonMistake", () => {
  const ENDED = "a double quote at the end of this text, on the same line";

  it.each([
    ["{", 1, 2, 'a name in double quotes ("ftp") or }'],
    ["[1 2]", 1, 4, "a comma or the closing bracket"],
    ["[1,]", 1, 4, "a value"],
    ["[true, false, null, 1]]", 1, 23, "nothing after the last bracket"],
    ["{'a': 1}", 1, 2, 'a name in double quotes ("ftp") or }'],
    ['{"a" 1}', 1, 6, "a colon"],
    ['{"a": NaN}', 1, 7, "a value"],
    ['{"a": 01}', 1, 8, "a comma or the closing bracket"],
    ['{"a": "x\ny"}', 1, 7, ENDED],
    ['{"a": "x\ty"}', 1, 7, "a text without tabs and other control characters (\\t stands for a tab)"],
    ['{"a": "C:\\x"}', 1, 7, "each backslash in this text written twice (\\\\)"],
    ['{"a": "\\u12"}', 1, 7, "four hexadecimal digits after each \\u in this text"],
    ['{"a": 1.}', 1, 7, "a number with digits after its point or exponent"],
    ["[1] // note", 1, 5, "no comment here: JSON has none"],
    ["[", 1, 2, "a value or ]"],
    ["{,}", 1, 2, 'a name in double quotes ("ftp") or }'],
    ['{"a": 1, b: 2}', 1, 10, 'a name in double quotes ("ftp")'],
    ['{"a": 1; "b": 2}', 1, 8, "a comma or the closing bracket"],
    ["[\n1,\n2\n}", 4, 1, "a comma or the closing bracket"],
    ['{"a": "unended', 1, 7, ENDED],
  ])("%j at %i:%i: %s", (text, line, column, expected) => {
    expect(jsonMistake(text)).toEqual({ line, column, expected });
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it("names a place in every text that JSON.parse refuses", () => {
    const broken = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.constantFrom(...PUT_IN))
      .map(([text, at, put]) => text.slice(0, at % (text.length + 1)) + put + text.slice((at % (text.length + 1)) + 1))
      .filter((text) => text.trim() !== "" && !isJson(text));
    fc.assert(
      fc.property(broken, (text) => {
        const { line, column, expected } = jsonMistake(text);
        const lines = text.split(/\r\n|\r|\n/);
        expect(column).toBeLessThanOrEqual((lines[line - 1] ?? "").length + 1);
        expect(expected).not.toBe("");
      }),
      { numRuns: 500 },
    );
  });

  it("is quick on long texts", () => {
    const text = `["${"a".repeat(5_000_000)}", 1 2]`;
    expect(jsonMistake(text).column).toBe(text.length - 1);
  });
});
