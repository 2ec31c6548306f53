import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readReadme, withRecordings } from "../../scripts/readme.mjs";

interface Manifest {
  readonly scripts: Record<string, string>;
}

describe("the README", () => {
  const readme = readReadme();

  it("shows what the program prints now (npm run fixtures)", () => {
    expect(readme.match(/<!-- recorded: /g)).toHaveLength(5);
    expect(readme).toBe(withRecordings(readme));
  });

  it("names only scripts and files that exist", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
    const named = Array.from(readme.matchAll(/npm run ([\w:-]+)/g), ([, name]) => name ?? "");
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
    const files = Array.from(readme.matchAll(/`((?:docs|fixtures)\/[\w./-]+|NOTICE)`/g), ([, file]) => file ?? "");
    expect(files.length).toBeGreaterThan(2);
    expect(files.filter((file) => !existsSync(file))).toEqual([]);
  });

  it("gives newcomers the second command that every change must pass", () => {
    expect(readme).toContain("\nnpm cit ");
    expect(readFileSync(".ci/run", "utf8")).toMatch(/^CYCLING_PLAN_TEST_RESULTS="\$results" npm cit$/m);
  });

  it("draws the floors that the check holds", () => {
    const config = readFileSync(".dependency-cruiser.mjs", "utf8");
    const held = /const FLOORS = (\[[\s\S]*?\n\]);/.exec(config)?.[1] ?? "";
    const floors = Array.from(held.matchAll(/^ {2}\[(.*)\],$/gm), ([, names]) =>
      names?.replaceAll('"', "").replaceAll(", ", " | "),
    );
    const picture = /^cli {5,}[\s\S]*?^base .*$/m.exec(readme)?.[0] ?? "";
    expect(picture.split("\n").map((line) => line.slice(0, 32).trim())).toEqual(floors);
  });
});
