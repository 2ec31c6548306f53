import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { readAccepted } from "../../../src/storage/accepted.ts";
import { readLines } from "../../../src/storage/json-lines.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "cycling-plan-accepted-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const state = (): string => join(folder, "state");
const athlete = (changes: unknown): string => JSON.stringify({ schema_version: "1", changes });
const GOOD = [{ date: "2026-12-01", field: "ftp", value: 265 }];

/** A file of the saved athlete, read as views read it. */
const read = async (text: string, remembers = true): Promise<unknown> => {
  const path = join(folder, "athlete.json");
  await writeFile(path, text);
  return readAccepted(path, {
    kind: "athlete",
    what: "saved athlete",
    hint: "Mend it.",
    state: remembers ? state() : undefined,
  });
};

const noted = async (): Promise<string[]> => {
  const { digests } = JSON.parse(await readFile(join(state(), "accepted.json"), "utf8")) as { digests: string[] };
  return digests;
};

it("reads a file the same way the first time and every other time", async () => {
  const first = await read(athlete(GOOD));
  expect(first).toEqual({ schema_version: "1", changes: GOOD });
  expect(await noted()).toHaveLength(1);
  expect(JSON.stringify(await read(athlete(GOOD)))).toBe(JSON.stringify(first));
  expect(await noted()).toHaveLength(1);
});

it("checks again what has another byte", async () => {
  await read(athlete(GOOD));
  await expect(read(athlete([{ ...GOOD[0], date: "2026-13-01" }]))).rejects.toThrow("saved athlete of this program");
  await read(`${athlete(GOOD)}\n`);
  expect(await noted()).toHaveLength(2);
});

it("never notes what is wrong", async () => {
  await expect(read(athlete([{ date: "yesterday" }]))).rejects.toThrow("changes.0.date");
  await expect(read(athlete([{ date: "yesterday" }]))).rejects.toThrow("changes.0.date");
  await expect(noted()).rejects.toThrow("ENOENT");
});

it("takes one kind of file for no other", async () => {
  const line = `${JSON.stringify({ day: "2027-01-12", status: "done", at: "" })}\n`;
  const path = join(folder, "lines.jsonl");
  await writeFile(path, line);
  expect(await readLines(path, { kind: "done", what: "day" }, state())).toHaveLength(1);
  expect(await readLines(path, { kind: "done", what: "day" }, state())).toHaveLength(1);
  await expect(readLines(path, { kind: "ride", what: "ride" }, state())).rejects.toThrow("ride of this program");
});

it("checks each time where nothing is remembered, or the memory cannot be read", async () => {
  await read(athlete(GOOD), false);
  await expect(noted()).rejects.toThrow("ENOENT");
  await read(athlete(GOOD));
  await writeFile(join(state(), "accepted.json"), "{");
  expect(await read(athlete(GOOD))).toEqual({ schema_version: "1", changes: GOOD });
  await writeFile(join(state(), "accepted.json"), "[]");
  expect(await read(athlete(GOOD))).toEqual({ schema_version: "1", changes: GOOD });
});

it("keeps the last two hundred", async () => {
  await read(athlete(GOOD));
  const digests = Array.from({ length: 200 }, (_, i) => String(i));
  await writeFile(join(state(), "accepted.json"), JSON.stringify({ digests }));
  await read(`${athlete(GOOD)}  `);
  const kept = await noted();
  expect([kept.length, kept[0]]).toEqual([200, "1"]);
});
