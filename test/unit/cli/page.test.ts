import { describe, expect, it } from "vitest";
import { pageFor } from "../../../src/cli/page.ts";
import { plainPaint } from "../../../src/report/paint.ts";
import { aSystem } from "./a-system.ts";

describe("what views are written on", () => {
  it("every colour paints one text, also where a list is mapped over it", async () => {
    const { paint } = await pageFor(aSystem(), { colour: "always" });
    for (const name of ["heading", "quiet", "good", "warn", "bad"] as const) {
      const [first, second] = ["first", "second"].map(paint[name]);
      expect(first).toBe(paint[name]("first"));
      expect(second).toContain("second");
      expect(second).not.toContain("first");
      expect(second).toContain("\u001b[");
    }
  });

  it("has no colour where it is not wanted, not shown, or the terminal is dumb", async () => {
    const isTerminal = { input: true, output: true, chatter: true };
    expect((await pageFor(aSystem({ isTerminal }), { colour: "never" })).paint).toBe(plainPaint);
    expect((await pageFor(aSystem(), { colour: "auto" })).paint).toBe(plainPaint);
    expect((await pageFor(aSystem({ isTerminal, env: { TERM: "dumb" } }), { colour: "auto" })).paint).toBe(plainPaint);
  });
});
