import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  AGE,
  answers,
  athleteText,
  DAYS,
  FTP,
  GOAL,
  HEALTH,
  HOURS,
  LEVEL,
  MORE,
  NEXT,
  BY,
  KIND,
  LENGTH,
  TO_THE_END,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  RECENT,
  sessionsOf,
  startWizard,
  WHEN,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
/** What the issue of a short way asks for, and what this program promises. */
const MOST_KEYS = 25;
const MOST_QUESTIONS = 12;
const MOST_WITH_EVENT = 15;

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
    await answers(at, [...QUESTIONS, ...TO_THE_END]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    // What the wizard offers itself is not said a second time as a command.
    expect(flat(at.screen())).toContain("Next each morning");
    expect(flat(at.screen())).not.toMatch(/--open|cycling-plan(?:\.js)? export/);
    const { training_plan: plan } = await planIn(cwd);
    expect(plan.athlete_profile).toMatchObject({
      ftp: 265,
      ftp_date: "2026-12-01",
      age: 42,
    });
    expect(plan.plan_metadata).toMatchObject({ total_weeks: 12, current_ftp: 265, goal: { kind: "improve-ftp" } });
    expect(await sessionsOf(cwd)).toEqual([]);
    const saved = JSON.parse(await athleteText(cwd)) as { changes: { date: string; field: string }[] };
    expect(saved.changes.map(({ field }) => field)).toContain("ftp");
    expect(new Set(saved.changes.map(({ date }) => date))).toEqual(new Set(["2026-12-01"]));
    expect(JSON.stringify(saved)).not.toContain("health");
  });

  it.each([
    ["weeks", [WHEN]],
    ["an event", [[WHEN[0], `14 mar${enter}`] as const, [KIND, enter] as const, LENGTH]],
  ])(
    "with a saved athlete and %s takes fewer than 25 keys and at most twelve questions, fifteen with an event",
    async (_, time) => {
      const cwd = await aPlace();
      expect(await runCli(["athlete", "set", "--date", "2020-01-02", ...SAVED], { cwd })).toMatchObject({ code: 0 });
      const at = await startWizard({ cwd });
      const questions = [
        asSaved(GOAL),
        ...time,
        asSaved(AGE),
        HEALTH,
        BY,
        ...[FTP, HOURS, RECENT, LEVEL, DAYS, MORE].map(asSaved),
      ];
      await answers(at, questions.slice(0, 2 + time.length - 1));
      // Who was 42 then is older now: the suggestion says so instead of repeating it.
      await at.sees("Suggested: 48 (42 saved on 2 Jan 2020).");
      await answers(
        at,
        questions.slice(
          2 + time.length - 1,
          questions.findIndex(([words]) => words === FTP[0]),
        ),
      );
      await at.sees("Suggested: 265 (saved on 2 Jan 2020).");
      await answers(at, questions.slice(questions.findIndex(([words]) => words === FTP[0])));
      await at.sees("70 kg, highest heart rate 186");
      await answers(
        at,
        TO_THE_END.map((one) => (one === NEXT ? [one[0], `4${enter}`] : one)),
      );
      expect(await at.ends()).toEqual({ code: 0, isRestored: true });
      expect(at.keys()).toBeLessThan(MOST_KEYS);
      expect(questions.length).toBeLessThanOrEqual(time.length > 1 ? MOST_WITH_EVENT : MOST_QUESTIONS);
      const { training_plan: plan } = await planIn(cwd);
      expect(plan.athlete_profile).toMatchObject({ ftp: 265, ftp_date: "2020-01-02", weight_kg: 70, max_hr: 186 });
      expect(flat(at.screen())).toContain("Your FTP is from 2 Jan 2020");
    },
  );

  it("without a question says the ways on as commands that name no plan, for it is the current one", async () => {
    const cwd = await aPlace();
    const flags = ["--ftp", "265", "--hours", "8", "--days", "tue,thu,sat", "--experience", "beginner", "--weeks", "8"];
    const at = await startWizard({ cwd }, flags);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(flat(at.screen())).toContain(
      "Next look at it cycling-plan show --open to the bike cycling-plan export each morning cycling-plan today files ./plans",
    );
  });

  it("takes what was typed ahead, and every flag as an answer", async () => {
    const cwd = await aPlace();
    const flags = ["--ftp", "250", "--hours", "6", "--experience", "beginner", "--weight", "70"];
    const at = await startWizard({ cwd }, flags);
    await at.sees(GOAL[0]);
    at.press(`3${enter}8${enter}42${enter}${enter}${enter}4${enter}tue thu sat${enter}${enter}`);
    await answers(at, TO_THE_END);
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
    await answers(at, [
      ...QUESTIONS.map((one): Reply => (one === HEALTH ? [one[0], `3${enter}`] : one)),
      ...TO_THE_END,
    ]);
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
