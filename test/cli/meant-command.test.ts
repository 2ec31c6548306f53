import { describe, expect, it } from "vitest";
import { aPlace, runCli } from "./run-cli.ts";
import { runTyped } from "./typed-run.ts";

describe("a word that is nearly a command", () => {
  const QUESTION = 'There is no command "plnas". Did you mean plans?';

  it("is asked about at a terminal, and runs with Enter", async () => {
    const cwd = await aPlace();
    const ran = await runTyped(["plnas"], { cwd, env: {}, replies: [[QUESTION, "\r"]] });
    const meant = await runCli(["plans"], { cwd });
    expect(ran).toMatchObject({ code: meant.code, out: meant.out, left: 0 });
  });

  it("does nothing where that was not meant", async () => {
    const cwd = await aPlace();
    const ran = await runTyped(["plnas"], { cwd, env: {}, replies: [[QUESTION, "2\r"]] });
    expect(ran.code).toBe(2);
    expect(ran.out).toBe("");
    expect(ran.err).toContain("unknown command");
  });

  it("is an error elsewhere, with what was meant", async () => {
    for (const args of [["plnas"], ["plnas", "--json"]]) {
      const ran = await runCli(args);
      expect(ran.code).toBe(2);
      expect(ran.err).toContain("Did you mean plans?");
    }
    expect((await runCli(["xyzzy"])).err).not.toContain("Did you mean");
  });
});
