import { describe, expect, it } from "vitest";
import { FIVE, FIXED, flat, runCli } from "./run-cli.ts";

const env = { CYCLING_PLAN_TODAY: "2026-12-01", CYCLING_PLAN_SEED: "s" };

describe("days on a command line, as people say them", () => {
  it("are shown, explained and scheduled from", async () => {
    const { cwd, code } = await runCli(["generate", ...FIXED, ...FIVE, "--weeks", "6", "--plan-id", "mine", "--quiet"]);
    expect(code).toBe(0);
    const run = (...args: string[]) => runCli(args, { cwd, env });
    const iso = await run("show", "mine", "--day", "2026-12-08");
    expect((await run("show", "mine", "--day", "8 Dec")).out).toBe(iso.out);
    expect((await run("show", "mine", "--day", "next Tuesday")).out).toBe(iso.out);
    expect((await run("show", "mine", "--day", "8/12")).out).toBe(iso.out);
    const later = await runCli(["show", "mine", "--day", "8 Dec"], {
      cwd,
      env: { ...env, CYCLING_PLAN_TODAY: "2027-01-10" },
    });
    expect(later.out).toBe(iso.out);
    const none = await run("show", "mine", "31 feb");
    expect(none.code).toBe(2);
    expect(flat(none.err)).toContain("There is no 31 Feb: February 2027 has 28 days. mine runs from Mon 7 Dec 2026 to");
    expect(none.err).toContain("try    cycling-plan show 28 feb\n");
    const why = await run("why", "mine", "--day", "8.12.2026");
    expect(why.code).toBe(0);
    expect((await run("why", "mine", "8 Dec")).out).toBe(why.out);
    expect((await run("why", "mine", "week", "2")).out).toBe((await run("why", "mine", "--week", "2")).out);
    expect(flat((await run("show", "mine", "--day", "8 Nov")).err)).toContain(
      "expected a day from 7 Dec 2026 to 17 Jan 2027, the days of this plan",
    );
    expect(flat((await run("schedule", "mine", "--start", "03/04/2027")).err)).toContain(
      "3 April 2027 (write 2027-04-03) or 4 March 2027 (write 2027-03-04)",
    );
    expect(flat((await run("schedule", "mine", "--start", "1 Feb")).out)).toContain("is scheduled: 2027-02-01");
  });

  it("name the day of a run, and what was understood stands beside it", async () => {
    const { cwd } = await runCli(["plans"]);
    const said = await runCli(["plans", "--json"], { cwd, env: { CYCLING_PLAN_TODAY: "5 December 2026" } });
    expect(said.err).toContain('CYCLING_PLAN_TODAY: "5 December 2026" is Saturday, 5 December 2026.');
    expect((await runCli(["plans", "--json"], { cwd, env: { CYCLING_PLAN_TODAY: "2026-12-05" } })).err).toBe("");
    const two = await runCli(["plans"], { cwd, env: { CYCLING_PLAN_TODAY: "5/12/2026" } });
    expect(two.code).toBe(2);
    expect(flat(two.err)).toContain("5 December 2026 (write 2026-12-05) or 12 May 2026 (write 2026-05-12)");
  });

  it("say from when saved numbers hold, and look back", async () => {
    const { out } = await runCli(["athlete", "set", "ftp=258", "--date", "last Tuesday"], { env });
    expect(flat(out)).toContain("The day from which they hold: Tuesday, 24 November 2026.");
    const { err } = await runCli(["athlete", "set", "ftp=258", "--date", "tomorrow"], { env });
    expect(flat(err)).toContain("--date: tomorrow -> expected a day up to today.");
  });

  it("and watts by weight where both are saved at once", async () => {
    const { out } = await runCli(["athlete", "set", "ftp=3.4W/kg", "weight=70"], { env });
    expect(flat(out)).toContain("238");
    const { err } = await runCli(["athlete", "set", "ftp=3.4W/kg"], { env });
    expect(flat(err)).toContain("for W/kg say your weight in the same request");
  });
});
