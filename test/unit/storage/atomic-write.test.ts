import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { PlanError } from "../../../src/base/errors.ts";
import { ensureDirectory, writeWhole } from "../../../src/storage/atomic-write.ts";
import { writeTrouble } from "../../../src/storage/file-errors.ts";
import { canWriteTo } from "../../../src/storage/can-write.ts";
import { aFolder, namesIn } from "./a-folder.ts";

const systemError = (code: string): Error => Object.assign(new Error(code), { code });

describe("writeWhole", () => {
  it("writes every file and leaves nothing else", async () => {
    const folder = await aFolder();
    await writeWhole(
      [
        { path: join(folder, "a.json"), text: "äöü\n" },
        { path: join(folder, "b.json"), text: "" },
      ],
      "exclusive",
    );
    expect(await namesIn(folder)).toEqual(["a.json", "b.json"]);
    expect(await readFile(join(folder, "a.json"), "utf8")).toBe("äöü\n");
  });

  it("replaces only where it may, and takes back what it wrote before it met a file", async () => {
    const folder = await aFolder();
    await writeFile(join(folder, "b.json"), "old");
    const files = [
      { path: join(folder, "a.json"), text: "new" },
      { path: join(folder, "b.json"), text: "new" },
    ];
    await expect(writeWhole(files, "exclusive")).rejects.toMatchObject({ code: "EEXIST" });
    expect(await namesIn(folder)).toEqual(["b.json"]);
    expect(await readFile(join(folder, "b.json"), "utf8")).toBe("old");
    await writeWhole(files, "replace");
    expect(await readFile(join(folder, "b.json"), "utf8")).toBe("new");
  });

  it("brings back what it replaced where a later file fails", async () => {
    const folder = await aFolder();
    await writeFile(join(folder, "a.json"), "old");
    await mkdir(join(folder, "b.json", "full"), { recursive: true });
    const files = [
      { path: join(folder, "a.json"), text: "new" },
      { path: join(folder, "b.json"), text: "new" },
    ];
    await expect(writeWhole(files, "replace")).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await readFile(join(folder, "a.json"), "utf8")).toBe("old");
    expect(await namesIn(folder)).toEqual(["a.json", "b.json"]);
  });

  it("lets one of two writers win, whole", async () => {
    const folder = await aFolder();
    const path = join(folder, "a.json");
    const texts = ["first".repeat(1000), "second".repeat(1000)];
    const runs = await Promise.allSettled(texts.map((text) => writeWhole([{ path, text }], "exclusive")));
    expect(runs.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(texts).toContain(await readFile(path, "utf8"));
    expect(await namesIn(folder)).toEqual(["a.json"]);
  });

  it("names the directory that is not there", async () => {
    const folder = await aFolder();
    const path = join(folder, "gone", "a.json");
    await expect(writeWhole([{ path, text: "" }], "replace")).rejects.toThrow(
      /gone cannot be written: the directory does not exist/,
    );
  });
});

describe("directories", () => {
  it("are made with those above them", async () => {
    const folder = await aFolder();
    await ensureDirectory(join(folder, "x", "y"));
    expect(await namesIn(join(folder, "x"))).toEqual(["y"]);
  });

  it("cannot stand below a file", async () => {
    const folder = await aFolder();
    await writeFile(join(folder, "file"), "");
    await expect(ensureDirectory(join(folder, "file", "y"))).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    await expect(ensureDirectory(join(folder, "file"))).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await canWriteTo(join(folder, "file", "y"))).toMatchObject({ code: "FILE_UNWRITABLE" });
    expect(await canWriteTo(join(folder, "new", "deep"))).toBeUndefined();
  });
});

describe.skipIf(process.platform !== "linux")("a folder that takes no other", () => {
  it.each(["/proc/none/x", "/proc/self/none/x/y", "/dev/null/x"])("%s ends with an error, and does end", async (path) => {
    await expect(ensureDirectory(path)).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
  }, 5000); // prettier-ignore
});

describe("writeTrouble", () => {
  it.each([
    ["EACCES", "you may not write there"],
    ["EROFS", "that disk is read-only"],
    ["ENOSPC", "the disk is full"],
    ["EDQUOT", "your disk quota is used up"],
    ["ENAMETOOLONG", "the path is too long"],
    ["EWEIRD", "the system says EWEIRD"],
  ])("%s: %s", (code, why) => {
    const trouble = writeTrouble("/plans", systemError(code));
    expect(trouble).toBeInstanceOf(PlanError);
    expect(trouble).toMatchObject({
      code: "FILE_UNWRITABLE",
      message: `/plans cannot be written: ${why}.`,
      exitCode: 2,
    });
  });

  it("leaves errors alone that are not the system's", () => {
    const bug = new TypeError("ours");
    expect(writeTrouble("/plans", bug)).toBe(bug);
  });
});
