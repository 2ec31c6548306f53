import { writeFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { jsonMistake } from "../../../src/storage/json-mistake.ts";
import { decoded, MOST_BYTES, parseJson, readJsonFile } from "../../../src/storage/read-json.ts";
import { aFolder } from "./a-folder.ts";

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

  it("reads brackets inside texts as texts", () => {
    expect(parseJson(JSON.stringify('[{\\"'.repeat(200)), "x")).toContain("[{");
  });

  it("counts depth, not brackets", () => {
    expect(parseJson(`[${"[{}],".repeat(500)}1]`, "x")).toHaveLength(501);
  });

  it("stops at the cap", async () => {
    const path = await written(Buffer.alloc(MOST_BYTES + 1, 32));
    await expect(readJsonFile(path)).rejects.toThrow("larger than 64 MB");
  });

  it("drops the mark of UTF-8", () => {
    expect(decoded(Buffer.from("\ufeffx"), "x")).toBe("x");
  });
});

describe("jsonMistake", () => {
  it.each([
    ["{", 1, 2, 'a name in double quotes ("ftp") or }'],
    ["[1 2]", 1, 4, "a comma or the closing bracket"],
    ["[1,]", 1, 4, "a value"],
    ["[true, false, null, 1]]", 1, 23, "nothing after the last bracket"],
    ["{'a': 1}", 1, 2, 'a name in double quotes ("ftp") or }'],
    ['{"a" 1}', 1, 6, "a colon"],
    ['{"a": NaN}', 1, 7, "a value"],
    ['{"a": 01}', 1, 8, "a comma or the closing bracket"],
    ['{"a": "x\ny"}', 1, 7, "a value"],
    ['{"a": "\\x"}', 1, 7, "a value"],
    ["[1] // note", 1, 5, "nothing after the last bracket"],
    ["[\n1,\n2\n}", 4, 1, "a comma or the closing bracket"],
    ['{"a": "unended', 1, 7, "a value"],
  ])("%j at %i:%i: %s", (text, line, column, expected) => {
    expect(jsonMistake(text)).toEqual({ line, column, expected });
    expect(() => JSON.parse(text) as unknown).toThrow();
  });

  it("is quick on long texts", () => {
    const text = `["${"a".repeat(5_000_000)}", 1 2]`;
    expect(jsonMistake(text).column).toBe(text.length - 1);
  });
});
