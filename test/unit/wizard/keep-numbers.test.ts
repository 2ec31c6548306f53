import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { currentOf, readChanges } from "../../../src/storage/athlete-store.ts";
import type { Draft } from "../../../src/wizard/draft.ts";
import { offerToKeep } from "../../../src/wizard/keep-numbers.ts";
import { aSystem } from "../cli/a-system.ts";

async function keptOf(draft: Draft): Promise<{ fields: string[]; said: string }> {
  const directory = await mkdtemp(join(tmpdir(), "kept-"));
  const said: string[] = [];
  const prompter = {
    say: (_: unknown, text: string): void => void said.push(text),
    ask: (): Promise<string> => Promise.resolve("yes"),
  };
  const saved = { directory, owner: aSystem({}), current: new Map(), trouble: undefined };
  await offerToKeep(draft, saved, { prompter, today: "2026-11-29" });
  return { fields: [...currentOf(await readChanges(directory)).keys()].sort(), said: said.join(" ") };
}

describe("numbers for the next plan", () => {
  it("keep a heart rate of a rider whose heart nothing slows", async () => {
    const { fields, said } = await keptOf({ maxHr: 181, age: 40, health: { betaBlockers: false } });
    expect(fields).toEqual(["age", "maxHR"]);
    expect(said).toBe("");
  });

  it("leave out those measured with beta blockers, and say so", async () => {
    const { fields, said } = await keptOf({ maxHr: 152, lthr: 137, age: 61, health: { betaBlockers: true } });
    expect(fields).toEqual(["age"]);
    expect(said).toContain("Your heart rates are not kept, because a drug slows them");
  });
});
