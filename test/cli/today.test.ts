import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, FIVE, FIXED, flat, runCli } from "./run-cli.ts";
import { HAS_TERMINAL, openTerminal } from "./wizard/a-terminal.ts";

const on = (day: string): { env: Record<string, string> } => ({ env: { CYCLING_PLAN_TODAY: day } });

/** A place with a plan from 7 Dec 2026 to 28 Feb 2027, on Tuesdays, Thursdays, Saturdays and Sundays. */
async function aPlan(): Promise<string> {
  const cwd = await aPlace();
  expect(await runCli(["generate", ...FIXED, ...FIVE, "--plan-id", "mine"], { cwd })).toMatchObject({ code: 0 });
  return cwd;
}

interface Told {
  readonly standing: string;
  readonly is_rest_day: boolean | null;
  readonly day: { date: string; week_number: number } | null;
  readonly next: { date: string } | null;
  readonly week?: { week_number: number } | null;
}

describe("today", () => {
  it("shows the day in full and what comes next", async () => {
    const cwd = await aPlan();
    const { out, code } = await runCli(["today", "mine"], { cwd, ...on("2026-12-08") });
    expect(code).toBe(0);
    expect(out).toContain("Tue 8 Dec · week 1 of 12, base\n");
    expect(out).toMatch(/\nNext {3}Thu 10 Dec, .+, \d h \d\d\nStop and get help for .+: --health\n$/);
    expect((await runCli(["show", "mine", "tue"], { cwd, ...on("2026-12-08") })).out).toBe(
      out.replace(/\n\nThe base phase begins[^]*?\n\n/, "\n\n"),
    );
    const full = (await runCli(["today", "mine", "--full"], { cwd, ...on("2026-12-08") })).out;
    expect(full).toContain("of FTP         at 265 W FTP");
    expect(flat(full)).toMatch(/Next Thu 10 Dec, .+, \d h \d\d $/);
    expect(full).toContain((await runCli(["show", "mine", "tue", "--full"], { cwd, ...on("2026-12-08") })).out);
    const health = (await runCli(["today", "mine", "--health"], { cwd, ...on("2026-12-08") })).out;
    expect(flat(health)).toContain("Health: This plan is general information, not medical advice.");
    expect(health).not.toContain("--health");
  });

  it("says rest on a rest day, with the next ride", async () => {
    const cwd = await aPlan();
    const { out } = await runCli(["today", "mine"], { cwd, ...on("2026-12-09") });
    expect(out).toContain("Rest. Sleep, eat well, walk if you like.");
    expect(out).toContain("Next   tomorrow, 20-minute test");
  });

  it("--next shows the next ride in full, --week the week that today is in", async () => {
    const cwd = await aPlan();
    const next = await runCli(["today", "mine", "--next"], { cwd, ...on("2026-12-08") });
    expect(next.out).toContain("Thu 10 Dec · week 1 of 12, base\n");
    const week = await runCli(["today", "mine", "--week"], { cwd, ...on("2027-01-17") });
    expect(week.out).toContain("Week 6 of 12");
    expect(week.out).toBe((await runCli(["show", "mine", "--week", "6"], { cwd, ...on("2027-01-17") })).out);
    expect((await runCli(["today", "--next", "--week"], { cwd })).code).toBe(2);
  });

  it.each([
    ["2026-12-01", [], "Tue 1 Dec · mine starts on Mon 7 Dec, in 6 days", /First Tue 8 Dec/],
    ["2026-12-06", [], "in 1 day ", /First Tue 8 Dec/],
    ["2026-12-01", ["--week"], "mine starts on Mon 7 Dec", /Week 1 of 12/],
    ["2026-12-01", ["--next"], "mine starts on Mon 7 Dec", /Tue 8 Dec · week 1/],
    ["2027-03-01", [], "Mon 1 Mar · mine ended yesterday", /cycling-plan generate --after mine/],
    ["2027-03-01", ["--week"], "mine ended yesterday", /what comes next\. $/],
    ["2027-02-28", ["--next"], "Nothing is left to ride in this plan.", /^Nothing is left to ride in this plan\. $/],
  ])("on %s with %j: %s", async (day, flags, says, also) => {
    const cwd = await aPlan();
    const { code, out } = await runCli(["today", "mine", ...flags], { cwd, ...on(day) });
    expect(code).toBe(0);
    expect(flat(out)).toContain(says);
    expect(flat(out)).toMatch(also);
  });

  it("--json says the same to programs", async () => {
    const cwd = await aPlan();
    const told = async (day: string, ...flags: string[]): Promise<Told> =>
      JSON.parse((await runCli(["today", "mine", "--json", ...flags], { cwd, ...on(day) })).out) as Told;
    expect(await told("2026-12-09")).toMatchObject({
      standing: "during",
      is_rest_day: true,
      day: { date: "2026-12-09", week_number: 1 },
      next: { date: "2026-12-10" },
    });
    expect(await told("2026-12-01", "--week")).toMatchObject({
      standing: "before",
      day: null,
      week: { week_number: 1 },
    });
    expect(await told("2028-01-01")).toMatchObject({ standing: "after", day: null, next: null });
  });

  it("without a plan says what to do", async () => {
    const { code, err } = await runCli(["today"]);
    expect(code).toBe(2);
    expect(flat(err)).toContain("There is no current plan");
  });

  it.skipIf(!HAS_TERMINAL)("takes the current plan, wherever one stands", async () => {
    const cwd = await aPlace();
    const made = await openTerminal(["generate", ...FIXED, ...FIVE, "--plan-id", "mine"], { cwd });
    expect(await made.ends()).toMatchObject({ code: 0 });
    const elsewhere = join(cwd, "far", "away");
    await mkdir(elsewhere, { recursive: true });
    const env = { HOME: join(cwd, "home"), CYCLING_PLAN_TODAY: "2026-12-08" };
    expect((await runCli(["today"], { cwd: elsewhere, env })).out).toContain("Tue 8 Dec · week 1 of 12, base");
    await rm(join(cwd, "plans"), { recursive: true });
    const gone = await runCli(["today"], { cwd: elsewhere, env });
    expect(gone.code).toBe(2);
    expect(flat(gone.err)).toContain("The current plan is no longer at");
  });
});
