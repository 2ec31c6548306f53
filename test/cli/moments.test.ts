import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { PlanFile } from "../../src/plan/schema.ts";
import { aPlanToRide, ridesOfWeek, rode } from "./ridden-plan.ts";
import { flat, runCli, type Ran } from "./run-cli.ts";
import { runTyped, type Typed } from "./typed-run.ts";

const env = (day: string): Record<string, string> => ({ CYCLING_PLAN_TODAY: day, CYCLING_PLAN_SEED: "s", TZ: "UTC" });
const run = (cwd: string, day: string, ...args: string[]): Promise<Ran> => runCli(args, { cwd, env: env(day) });
const typed = (cwd: string, day: string, replies: readonly (readonly [string, string])[]): Promise<Typed> =>
  runTyped(["today", "mine"], { cwd, env: env(day), replies });

interface Told {
  readonly moments: readonly { readonly kind: string; readonly lines: readonly { readonly text: string }[] }[];
}
const kindsOn = async (cwd: string, day: string): Promise<string[]> =>
  (JSON.parse((await run(cwd, day, "today", "mine", "--json")).out) as Told).moments.map(({ kind }) => kind);
const planOf = async (cwd: string, name = "mine"): Promise<PlanFile["training_plan"]> =>
  (JSON.parse(await readFile(join(cwd, "plans", `${name}_plan.json`), "utf8")) as PlanFile).training_plan;

describe("moments of a plan", () => {
  it("stand on their days, each in at most six lines", async () => {
    const cwd = await aPlanToRide();
    expect(await kindsOn(cwd, "2026-12-05")).toEqual(["before"]);
    expect(await kindsOn(cwd, "2027-01-13")).toEqual([]);
    expect(await kindsOn(cwd, "2027-01-04")).toContain("phase");
    expect(await kindsOn(cwd, "2027-02-27")).toEqual(["race_eve"]);
    expect(await kindsOn(cwd, "2027-03-01")).toEqual(["after_event", "ended"]);
    expect(await kindsOn(cwd, "2027-03-15")).toEqual(["ended"]);
    const eve = (await run(cwd, "2027-02-27", "today", "mine")).out;
    const card = eve.slice(eve.indexOf("\nTomorrow") + 1, eve.indexOf("\nStop and get help"));
    expect(card.split("\n").length).toBeLessThanOrEqual(8);
    expect(flat(card)).toMatch(
      /^Tomorrow Your century\. About 6 h, 186 W on average\. Form [+]\d+: you will be fresh\./,
    );
    expect(flat(eve)).toContain("Not well today? Better not tomorrow then");
    const after = flat((await run(cwd, "2027-03-01", "today", "mine")).out);
    expect(after).toContain(
      "Your century was yesterday. Until Sun 14 Mar ride as you like: 4 h a week, nothing above 199 W.",
    );
    expect(after).toContain("cycling-plan generate --after mine");
  });

  it("say at the week's end what it was, once something of it is known", async () => {
    const cwd = await aPlanToRide();
    expect(await kindsOn(cwd, "2027-01-18")).toEqual([]);
    for (const { date } of await ridesOfWeek(cwd, 6)) await run(cwd, date, "done", "--plan", "mine");
    expect(await kindsOn(cwd, "2027-01-17")).toEqual(["week_end"]);
    const said = flat((await run(cwd, "2027-01-18", "today", "mine")).out);
    expect(said).toMatch(
      /^Mon 18 Jan · [^.]+ Week 6: 4 of 4 rides, 7 h 55 of 7 h 55\. This week's hard days are Tue 19 Jan and Thu 21 Jan\./,
    );
  });

  it("ask for the result of a test, show what it changes, and do it after a yes", async () => {
    const cwd = await aPlanToRide();
    const test = (await planOf(cwd)).weekly_plan
      .flatMap(({ workouts }) => workouts)
      .findLast(({ role }) => role === "test");
    if (test === undefined) throw new Error("a test");
    await run(cwd, test.date, "done", "--plan", "mine");
    const next = new Date(Date.parse(test.date) + 86_400_000).toISOString().slice(0, 10);
    expect(flat((await run(cwd, next, "today", "mine")).out)).toContain("cycling-plan change test 20min WATTS");
    const asked = await typed(cwd, next, [
      ["how many watts on average?", "288\n"],
      ["n leave it", "y\n"],
    ]);
    expect({ code: asked.code, left: asked.left }).toEqual({ code: 0, left: 0 });
    expect((await planOf(cwd)).plan_metadata.current_ftp).toBe(274);
    expect(flat(asked.out)).toContain("Done, as step 1.");
    expect(await kindsOn(cwd, next)).not.toContain("test");
  });

  it("do not ask for a result twice that the rider left as it is", async () => {
    const cwd = await aPlanToRide();
    const test = (await planOf(cwd)).weekly_plan
      .flatMap(({ workouts }) => workouts)
      .find(({ role }) => role === "test");
    const next = new Date(Date.parse(test?.date ?? "") + 86_400_000).toISOString().slice(0, 10);
    const kept = await typed(cwd, next, [
      ["how many watts on average?", "300\n"],
      ["n leave it", "n\n"],
    ]);
    expect({ code: kept.code, left: kept.left }).toEqual({ code: 0, left: 0 });
    expect((await planOf(cwd)).plan_metadata.current_ftp).toBe(265);
    expect(await kindsOn(cwd, next)).not.toContain("test");
  });

  it("ask how the event went, and take words", async () => {
    const cwd = await aPlanToRide();
    const later = await typed(cwd, "2027-03-01", [["how did it go?", "\n"]]);
    expect(later.left).toBe(0);
    const told = await typed(cwd, "2027-03-02", [["how did it go?", "rain, and happy\n"]]);
    expect({ left: told.left, code: told.code }).toEqual({ left: 0, code: 0 });
    expect(await readFile(join(cwd, "plans", "mine_done.jsonl"), "utf8")).toMatch(/"day":"2027-02-28","status":"done","words":"rain, and happy"/);
    expect((await typed(cwd, "2027-03-03", [])).err).toBe("");
  }); // prettier-ignore
});

describe("generate --after", () => {
  const NEXT = ["--event-date", "2027-06-20", "--event-type", "gran_fondo", "--plan-id", "next"];

  it("asks only what and when: numbers, days and fitness carry over, after the easy days", async () => {
    const cwd = await aPlanToRide();
    const { code, err } = await run(cwd, "2027-03-03", "generate", "--after", "mine", ...NEXT);
    expect({ code, err: flat(err) }).toMatchObject({ code: 0, err: expect.stringContaining("fitness") as string });
    const [before, next] = [await planOf(cwd), await planOf(cwd, "next")];
    expect(next.plan_metadata.start_date).toBe("2027-03-15");
    expect(next.athlete_profile).toMatchObject({
      ftp: 265,
      experience_level: before.athlete_profile.experience_level,
      weekly_hours_available: before.athlete_profile.weekly_hours_available,
      training_availability: { week_days: before.athlete_profile.training_availability.week_days },
    });
    expect(next.plan_metadata.starting_ctl).toBeGreaterThan(40);
    const typedOver = await run(cwd, "2027-03-03", "generate", "--after", "mine", "--ftp", "280", "--weeks", "8", "--plan-id", "other");
    expect(typedOver.code).toBe(0);
    expect((await planOf(cwd, "other")).athlete_profile.ftp).toBe(280);
    const when = await run(cwd, "2027-03-03", "generate", "--after", "mine");
    expect(when.code).toBe(2);
    expect(flat(when.err)).toContain("--weeks or --event-date: missing");
    expect(flat(when.err)).not.toContain("--ftp: missing");
  }); // prettier-ignore

  it("asks at a terminal what and when and for health, and nothing else", async () => {
    const cwd = await aPlanToRide();
    const line = ["generate", "--after", "mine", "--plan-id", "next", "--plain"];
    const asked = await runTyped(line, {
      cwd,
      env: env("2027-03-03"),
      replies: [
        ["What do you want most?", "\n"],
        ["How many weeks, or which day?", "8\n"],
        ["Numbers, or Enter where none fits", "\n"],
        ["Is this right?", "\n"],
        ["Keep your numbers for the next plan?", "2\n"],
        ["What next?", "4\n"],
      ],
    });
    expect({ code: asked.code, left: asked.left }).toEqual({ code: 0, left: 0 });
    expect((await planOf(cwd, "next")).athlete_profile.training_availability.week_days).toHaveLength(4);
  });

  it("starts lower where the last weeks were not ridden", async () => {
    const cwd = await aPlanToRide();
    await run(cwd, "2027-03-03", "generate", "--after", "mine", ...NEXT);
    const planned = (await planOf(cwd, "next")).plan_metadata.starting_ctl;
    for (const week of [10, 11])
      for (const { date } of await ridesOfWeek(cwd, week)) await run(cwd, date, "done", "--not", "--plan", "mine");
    await run(cwd, "2027-03-03", "generate", "--after", "mine", ...NEXT, "--force");
    expect((await planOf(cwd, "next")).plan_metadata.starting_ctl).toBeLessThan(planned - 5);
  });

  it("lets no limit of health go unsaid", async () => {
    const cwd = await aPlanToRide();
    const before = ["--ftp", "265", "--hours", "6", "--days", "tue,thu,sat", "--experience", "intermediate", "--weeks", "6"];
    const held = await run(cwd, "2026-12-01", "generate", ...before, "--health", "heart", "--plan-id", "held", "--quiet");
    expect({ code: held.code, err: held.err }).toMatchObject({ code: 0 });
    const next = await run(cwd, "2027-02-01", "generate", "--after", "held", "--weeks", "8");
    expect(next.code).toBe(2);
    expect(flat(next.err)).toContain("Say it again with --health");
    const said = await run(cwd, "2027-02-01", "generate", "--after", "held", "--weeks", "8", "--health", "heart", "--plan-id", "then");
    expect(said.code).toBe(0);
    expect((await planOf(cwd, "then")).athlete_profile.held_back?.length).toBeGreaterThan(0);
  }); // prettier-ignore
});

describe("plans", () => {
  it("says where each stands: one without a schedule like any other", async () => {
    const cwd = await aPlanToRide();
    const on = async (day: string): Promise<string> => flat((await run(cwd, day, "plans")).out);
    expect(await on("2026-12-06")).toContain("mine starts in 1 day century, Sun 28 Feb 2027 on track");
    expect(await on("2026-11-01")).toContain("starts in 5 weeks");
    expect(await on("2026-12-21")).toContain("week 3 of 12");
    expect(await on("2027-02-28")).toContain("week 12 of 12");
    expect(await on("2027-03-01")).toContain("ended 28 Feb 2027");
  });

  it("is not moved by what was ridden", async () => {
    const cwd = await aPlanToRide();
    const [tue] = await ridesOfWeek(cwd, 1);
    if (tue === undefined) throw new Error("a ride");
    await rode(join(cwd, "home", "Documents", "Zwift", "Activities"), tue);
    await run(cwd, "2026-12-09", "pull", "mine");
    const { plans } = JSON.parse((await run(cwd, "2026-12-09", "plans", "--json")).out) as { readonly plans: readonly object[] };
    expect(plans).toMatchObject([{ plan_id: "mine", stands: "week 1 of 12" }]);
  }); // prettier-ignore
});
