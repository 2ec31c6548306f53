import { execFileSync } from "node:child_process";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..");

it("docs/programs.md shows a program that runs", () => {
  const [, code = ""] = /```js\n([^]*?)```/.exec(readFileSync(join(ROOT, "docs", "programs.md"), "utf8")) ?? [];
  const file = join(ROOT, "dist", `programs-${process.pid}.mjs`);
  writeFileSync(file, code);
  try {
    const said = execFileSync(process.execPath, [file], { encoding: "utf8" }).trim().split("\n");
    expect(said[0]).toMatch(/^century-2027-03-14-\w{4} 0$/);
    expect(said[1]).toMatch(/^Costs /);
    expect(said[3]).toBe("14");
  } finally {
    rmSync(file);
  }
});
