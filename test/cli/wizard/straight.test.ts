import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  answers,
  athleteText,
  BODY,
  DAYS,
  FTP,
  GOAL,
  HEALTH,
  HOURS,
  KEEP,
  LEVEL,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  RECENT,
  REVIEW,
  sessionsOf,
  startWizard,
  WHEN,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
/** What the issue of a short way asks for, and what this program promises. */
const MOST_KEYS = 25;
const MOST_QUESTIONS = 10;

const asSaved = ([words]: Reply): Reply => [words, enter];
const SAVED = [
  "ftp=265",
  "weight=70",
  "max-hr=186",
  "age=42",
  "hours=8",
  "recent-hours=6",
  "experience=intermediate",
  "days=tue,thu,sat",
];

describe.skipIf(!HAS_TERMINAL)("the straight path", () => {
  it("leads from nothing to a plan, and keeps the numbers but not the health", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, REVIEW, KEEP]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.athlete_profile).toMatchObject({
      ftp: 265,
      ftp_date: "2026-12-01",
      weight_kg: 70,
      max_hr: 186,
      age: 42,
    });
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 12, current_ftp: 265, goal: { kind: "improve-ftp" } });
    expect(flat(at.screen())).toContain("Nothing is saved yet to suggest an answer from.");
    expect(await sessionsOf(cwd)).toEqual([]);
    const saved = JSON.parse(await athleteText(cwd)) as { changes: { date: string; field: string }[] };
    expect(saved.changes.map(({ field }) => field)).toContain("ftp");
    expect(new Set(saved.changes.map(({ date }) => date))).toEqual(new Set(["2026-12-01"]));
    expect(JSON.stringify(saved)).not.toContain("health");
  });

  it.each([
    ["weeks", [GOAL, WHEN, FTP, BODY, HOURS, RECENT, LEVEL, DAYS].map((one) => (one === WHEN ? one : asSaved(one)))],
    [
      "an event",
      [
        asSaved(GOAL),
        [WHEN[0], `14 mar${enter}`] as const,
        ["What kind of event is it?", enter] as const,
        ...[FTP, BODY, HOURS, RECENT, LEVEL, DAYS].map(asSaved),
      ],
    ],
  ])("with a saved athlete and %s takes fewer than 25 keys and at most ten questions", async (_, replies) => {
    const cwd = await aPlace();
    expect(await runCli(["athlete", "set", "--date", "2020-01-02", ...SAVED], { cwd })).toMatchObject({ code: 0 });
    const at = await startWizard({ cwd });
    await answers(at, [...replies, HEALTH, REVIEW, KEEP]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(at.keys()).toBeLessThan(MOST_KEYS);
    expect(replies.length + 1).toBeLessThanOrEqual(MOST_QUESTIONS);
    const screen = flat(at.screen());
    expect(screen).toContain("Suggested: 265 (saved on 2 Jan 2020).");
    // Who was 42 then is older now: the suggestion says so instead of repeating it.
    expect(screen).toContain("Suggested: 70 186 48 (saved on 2 Jan 2020).");
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.athlete_profile).toMatchObject({ ftp: 265, ftp_date: "2020-01-02" });
    expect(screen).toContain("265 W as of 2 Jan 2020");
  });

  it("takes what was typed ahead, and every flag as an answer", async () => {
    const cwd = await aPlace();
    const flags = ["--ftp", "250", "--hours", "6", "--experience", "beginner", "--weight", "70"];
    const at = await startWizard({ cwd }, flags);
    await at.sees(GOAL[0]);
    at.press(`3${enter}8${enter}4${enter}tue thu sat${enter}ynnn${enter}`);
    await answers(at, [REVIEW, KEEP]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.athlete_profile).toMatchObject({
      ftp: 250,
      weekly_hours_available: 6,
      experience_level: "beginner",
      weight_kg: 70,
    });
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 8, goal: { kind: "race-prep" } });
  });

  it("leads to the same bytes as a scripted run of the answers it saved", async () => {
    const cwd = await aPlace();
    const seed = ["--seed", "s"];
    const at = await startWizard({ cwd }, [...seed, "--out", "asked", "--save-request", "mine.json"]);
    await answers(at, [...QUESTIONS.slice(0, -1), [HEALTH[0], `nnnn${enter}`], REVIEW, KEEP]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    const scripted = await runCli(["generate", ...ON_A_DAY, ...seed, "--profile", "mine.json", "--out", "scripted"], {
      cwd,
    });
    expect(scripted).toMatchObject({ code: 0 });
    const asked = await filesIn(join(cwd, "asked"));
    expect(Object.keys(asked).length).toBeGreaterThan(12);
    expect(asked).toEqual(await filesIn(join(cwd, "scripted")));
  });
});

/** Every file of a folder with its bytes as text. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? ""]));
}
