import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { garminCsv } from "../../support/exports.ts";
import { fitRide } from "../../support/fit-ride.ts";
import { aPlace, flat } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import { AGE, answers, BY, DAYS, FTP, GOAL, HEALTH, HOURS, LEVEL, MORE, planIn, RECENT, startWizard, TO_THE_END, WHEN } from "./a-rider.ts"; // prettier-ignore

const { enter } = KEY;
const DAY_MS = 86_400_000;
const LAST = Date.UTC(2026, 10, 30);
/** An hour and 24 minutes on Tuesday, Thursday and Saturday, three hours on Sunday: 7.2 a week. */
const WEEKS = Array.from({ length: 70 }, (_, i) => new Date(LAST - i * DAY_MS))
  .filter((day) => [0, 2, 4, 6].includes(day.getUTCDay()))
  .map((day) => ({ date: `${day.toISOString().slice(0, 10)} 08:00:00`, time: day.getUTCDay() === 0 ? "03:00:00" : "01:24:00" })); // prettier-ignore
const IN_UTC = ["--activities", "rides", "--timezone", "UTC"];

async function withRides(): Promise<string> {
  const cwd = await aPlace();
  await mkdir(join(cwd, "rides"));
  await writeFile(join(cwd, "rides", "Activities.csv"), garminCsv(WEEKS));
  // The same ride as Sunday's in the table: 20 minutes at 260 W in it.
  const watts = Array.from({ length: 3 * 3600 }, (_, i) => (i >= 3600 && i < 4800 ? 260 : 150));
  await writeFile(join(cwd, "rides", "sunday.fit"), fitRide({ start: "2026-11-29T08:00:00Z", watts }));
  return cwd;
}

describe.skipIf(!HAS_TERMINAL)("recorded rides", () => {
  it("answer with Enter: FTP, hours, the longest ride and the days; the plan says where they came from", async () => {
    const cwd = await withRides();
    const at = await startWizard({ cwd }, [...IN_UTC, "--plan-id", "mine"]);
    await answers(at, [GOAL, WHEN, AGE, HEALTH, BY]);
    await at.sees("Suggested: 247 (from your rides, confidence medium: 95 % of your best 20 minutes, 260 W, 29 Nov 2026).");
    await answers(at, [[FTP[0], enter], HOURS]);
    await at.sees("Suggested: 7.2 (your last 6 weeks average 7 h 10 a week");
    await answers(at, [[RECENT[0], enter], LEVEL]);
    await at.sees("Suggested: tue thu sat sun (your last 6 weeks average 7 h 10 a week");
    await answers(at, [[DAYS[0], enter], MORE, ...TO_THE_END]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    const { athlete_profile: profile } = (await planIn(cwd)).training_plan;
    expect(profile).toMatchObject({
      ftp: 247,
      recent_weekly_hours: 7.2,
      training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
    });
    expect(flat(JSON.stringify(profile.assumptions))).toContain("from your rides: the longest of the 6 weeks to 2026-11-30");
    const table = await readFile(join(cwd, "plans", "mine_activities.csv"), "utf8");
    expect(table.trimEnd().split("\n")).toHaveLength(WEEKS.length + 1);
  }, 60_000); // prettier-ignore

  it("are only suggestions: what the rider types wins", async () => {
    const cwd = await withRides();
    const at = await startWizard({ cwd }, [...IN_UTC, "--plan-id", "mine"]);
    await answers(at, [GOAL, WHEN, AGE, HEALTH, BY, FTP, HOURS, RECENT, LEVEL, DAYS, MORE, ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 265, recent_weekly_hours: 6 });
  }, 60_000);
});
