import { describe, expect, it } from "vitest";
import { progressOf } from "../../../src/cli/progress.ts";
import { resolveSettings } from "../../../src/cli/settings.ts";
import type { System } from "../../../src/cli/system.ts";
import { aSystem } from "./a-system.ts";

/** Work that takes that long on a clock of its own. */
async function said(
  ms: number,
  change: Partial<System> = {},
  wanted: { isJson?: boolean; isPlainWanted?: boolean } = {},
): Promise<string> {
  let time = 0;
  const system = aSystem({ now: () => new Date(time), ...change });
  const settings = await resolveSettings(system, {});
  const progress = await progressOf(system, settings, { isJson: false, ...wanted });
  const result = await progress.during("Planning your weeks", () => {
    time += ms;
    return Promise.resolve("done");
  });
  expect(result).toBe("done");
  const { out, err } = system.printed();
  expect(out).toBe("");
  return err;
}

const chatter = { isTerminal: { input: true, output: true, chatter: true } };

describe("progress", () => {
  it("is one line for each finished thing that took longer than half a second", async () => {
    expect(await said(700)).toBe("Planning your weeks: done in 0.7 s\n");
    expect(await said(500)).toBe("");
  });

  it("is a line that lives on a terminal, and leaves nothing behind", async () => {
    const drawn = await said(0, { ...chatter, env: { LANG: "C" } });
    expect(drawn).toContain("- Planning your weeks");
    expect(drawn.endsWith("\u001b[2K\r") || drawn.endsWith("\r\u001b[2K")).toBe(true);
    expect(drawn).not.toMatch(/[^\0-\x7f]/);
  });

  it("is a line where nothing can be drawn, and nothing where a program reads or the run is quiet", async () => {
    expect(await said(700, { ...chatter, env: { TERM: "dumb" } })).toBe("Planning your weeks: done in 0.7 s\n");
    expect(await said(700, chatter, { isPlainWanted: true })).toBe("Planning your weeks: done in 0.7 s\n");
    expect(await said(700, {}, { isJson: true })).toBe("");
    expect(await said(700, { env: { CYCLING_PLAN_QUIET: "1" } })).toBe("");
  });
});
