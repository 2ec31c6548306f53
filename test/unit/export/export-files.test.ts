import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { writeExports } from "../../../src/storage/export-files.ts";
import { aFolder } from "../storage/a-folder.ts";

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const FILES = [
  { path: "week-01/a.zwo", bytes: bytes(60, 97, 62) },
  { path: "week-01/a.fit", bytes: bytes(14, 0, 255, 128, 195, 10) },
  { path: "plan.ics", bytes: bytes(66) },
];

const namesBelow = async (path: string): Promise<string[]> =>
  (await readdir(path, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
    .sort();

it("writes every byte as it is, in folders that it makes, and leaves nothing else behind", async () => {
  const directory = join(await aFolder(), "new", "place");
  const { written, unchanged } = await writeExports(FILES, { directory, force: false });
  expect(written).toEqual(FILES.map(({ path }) => join(directory, path)));
  expect(unchanged).toEqual([]);
  expect(await namesBelow(directory)).toEqual(["plan.ics", "week-01/a.fit", "week-01/a.zwo"].map((path) => join(path)));
  for (const file of FILES) expect(Uint8Array.from(await readFile(join(directory, file.path)))).toEqual(file.bytes);
});

it("leaves files with the same bytes alone", async () => {
  const directory = await aFolder();
  await writeExports(FILES, { directory, force: false });
  const before = await stat(join(directory, "plan.ics"));
  const again = await writeExports(FILES, { directory, force: false });
  expect(again.written).toEqual([]);
  expect(again.unchanged).toHaveLength(3);
  expect((await stat(join(directory, "plan.ics"))).ino).toBe(before.ino);
});

it("writes nothing where a file would change, and names it", async () => {
  const directory = await aFolder();
  await mkdir(join(directory, "week-01"));
  await writeFile(join(directory, "week-01", "a.fit"), "mine");
  const attempt = writeExports(FILES, { directory, force: false });
  await expect(attempt).rejects.toMatchObject({
    code: "FILE_EXISTS",
    message: expect.stringContaining("a.fit") as string,
  });
  expect(await namesBelow(directory)).toEqual([join("week-01", "a.fit")]);
  expect(await readFile(join(directory, "week-01", "a.fit"), "utf8")).toBe("mine");
});

it("replaces it with force, and still leaves equal ones alone", async () => {
  const directory = await aFolder();
  await writeExports(FILES, { directory, force: false });
  await writeFile(join(directory, "plan.ics"), "mine");
  const { written, unchanged } = await writeExports(FILES, { directory, force: true });
  expect(written).toEqual([join(directory, "plan.ics")]);
  expect(unchanged).toHaveLength(2);
  expect(await readFile(join(directory, "plan.ics"), "utf8")).toBe("B");
});

it("names five of many, and counts the rest", async () => {
  const directory = await aFolder();
  const many = Array.from({ length: 9 }, (_, i) => ({ path: `${i}.zwo`, bytes: bytes(i) }));
  await writeExports(many, { directory, force: false });
  const others = many.map((file) => ({ ...file, bytes: bytes(99) }));
  const error: unknown = await writeExports(others, { directory, force: false }).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ message: expect.stringMatching(/4\.zwo\n {2}and 4 more$/) as string });
});

it.each([
  ["a folder has the file's name", async (directory: string) => mkdir(join(directory, "plan.ics"))],
  ["a file has the folder's name", async (directory: string) => writeFile(join(directory, "week-01"), "")],
])("says so where %s", async (_, prepare) => {
  const directory = await aFolder();
  await prepare(directory);
  await expect(writeExports(FILES, { directory, force: true })).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
});

it.skipIf(process.getuid?.() === 0)("says so where it may not write", async () => {
  const directory = await aFolder();
  await chmod(directory, 0o500);
  await expect(writeExports(FILES, { directory, force: false })).rejects.toMatchObject({ code: "FILE_UNWRITABLE" });
});
