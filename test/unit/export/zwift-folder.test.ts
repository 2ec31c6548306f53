import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { findZwiftFolders } from "../../../src/storage/zwift-folder.ts";
import { aFolder } from "../storage/a-folder.ts";

const WORKOUTS = ["Zwift", "Workouts"] as const;

it("finds the folders of riders by their numbers, and nothing else", async () => {
  const home = await aFolder();
  const workouts = join(home, "Documents", ...WORKOUTS);
  await mkdir(join(workouts, "123456"), { recursive: true });
  await mkdir(join(workouts, "99"));
  await mkdir(join(workouts, "Downloaded"));
  await writeFile(join(workouts, "777"), "a file");
  expect(await findZwiftFolders({ platform: "darwin", home, env: {} })).toEqual([
    { riderNumber: "123456", path: join(workouts, "123456") },
    { riderNumber: "99", path: join(workouts, "99") },
  ]);
});

it("finds none where Zwift never was, or where documents are no folder", async () => {
  const home = await aFolder();
  expect(await findZwiftFolders({ platform: "win32", home, env: {} })).toEqual([]);
  await writeFile(join(home, "Documents"), "");
  expect(await findZwiftFolders({ platform: "win32", home, env: {} })).toEqual([]);
});

it("looks into OneDrive on Windows, and into Wine on Linux", async () => {
  const home = await aFolder();
  const cloud = join(home, "OneDrive", "Documents", ...WORKOUTS, "1");
  const wine = join(home, ".wine", "drive_c", "users", "ann", "Documents", ...WORKOUTS, "2");
  for (const path of [cloud, wine]) await mkdir(path, { recursive: true });
  const env = { OneDrive: join(home, "OneDrive"), USER: "ann" };
  const pathsOn = async (platform: string) => (await findZwiftFolders({ platform, home, env })).map(({ path }) => path);
  expect(await pathsOn("win32")).toEqual([cloud]);
  expect(await pathsOn("linux")).toEqual([wine]);
  expect(await pathsOn("darwin")).toEqual([]);
});
