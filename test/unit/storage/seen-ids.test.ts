import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { SeenIds } from "../../../src/storage/seen-ids.ts";
import { aFolder } from "./a-folder.ts";

describe("ids that were seen", () => {
  it("are known again, also those that went to disk, and the file is gone at the end", async () => {
    const path = join(await aFolder(), "seen");
    const seen = new SeenIds(path, 700);
    const ids = Array.from({ length: 5000 }, (_, i) => `r${i}`);
    expect(ids.filter((id) => !seen.add(id))).toEqual([]);
    expect(existsSync(path)).toBe(true);
    expect(ids.filter((id) => seen.add(id))).toEqual([]);
    expect(seen.add("another")).toBe(true);
    seen.close();
    expect(existsSync(path)).toBe(false);
  });
});
