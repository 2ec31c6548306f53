import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { measureWorkout } from "../../../src/load/measure.ts";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  answers,
  athleteText,
  FTP,
  HEALTH,
  HOURS,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  TO_THE_END,
  RECENT,
  sessionsOf,
  startWizard,
  until,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
const afterHealth = QUESTIONS.slice(QUESTIONS.indexOf(HEALTH) + 1);
const beforeHealth = until(HEALTH[0]);
const beforeFtp = until(FTP[0]);
const afterFtp = QUESTIONS.slice(QUESTIONS.indexOf(HOURS));
const HOW = "How shall we find it?";
const MINUTE = "Your best minute in the ramp test, in watts?";

describe.skipIf(!HAS_TERMINAL)("the health questions", () => {
  it("stop a rider with symptoms and say where to turn; nothing is planned", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...beforeHealth, [HEALTH[0], `1${enter}`]]);
    await at.sees("No plan is made while you have symptoms");
    await at.sees("Stop training and see a doctor first; come back when you are cleared.");
    await answers(at, [["What now?", enter]]);
    expect(await at.ends()).toEqual({ code: 2, isRestored: true });
    expect(await readdir(cwd)).not.toContain("plans");
    // The answer itself is not kept: who comes back is asked again.
    expect((await sessionsOf(cwd))[0]?.request.profile).not.toHaveProperty("health");
  });

  it("can be answered again where the rider typed wrong", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      ...beforeHealth,
      [HEALTH[0], `1${enter}`],
      ["What now?", `2${enter}`],
      HEALTH,
      ...afterHealth,
      ...TO_THE_END,
    ]);
    expect(await at.ends()).toMatchObject({ code: 0 });
  });

  it.each([
    ["inactive", "", [RECENT[0], `1${enter}`], "Less than 1 h 30 a week: the first 4 weeks stay easy"],
    ["a disease of another kind than the heart's", "3", RECENT, "With 3 the first 4 weeks stay easy"],
  ] as [string, string, Reply, string][])(
    "%s: four careful weeks, a word about the doctor, and no answer of it in any plan or save",
    async (_, ticks, now, says) => {
      const cwd = await aPlace();
      const at = await startWizard({ cwd });
      await answers(at, [...beforeHealth, [HEALTH[0], `${ticks}${enter}`]]);
      const rest = afterHealth.map((one) => (one === RECENT ? now : one));
      const ramp: readonly Reply[] = now === RECENT ? [] : [["How shall the plan begin?", `1${enter}`]];
      const at7 = afterHealth.indexOf(RECENT) + 1;
      await answers(at, [...rest.slice(0, at7), ...ramp, ...rest.slice(at7)]);
      await at.sees(says);
      await answers(at, TO_THE_END);
      expect(await at.ends()).toMatchObject({ code: 0 });
      const { training_plan: plan } = await planIn(cwd);
      const first = plan.weekly_plan.slice(0, 4).flatMap(({ workouts }) => workouts);
      const powers = first.flatMap((one) =>
        measureWorkout(one).steps.flatMap(({ start, end, high }) => [start, end, high]),
      );
      expect(powers.length).toBeGreaterThan(0);
      expect(Math.max(...powers)).toBeLessThanOrEqual(0.75);
      expect(first.filter(({ role }) => role === "test")).toEqual([]);
      expect(flat(at.screen())).toContain("Please see a doctor before you start.");
      const written = await Promise.all(
        (await readdir(join(cwd, "plans"))).map((name) => readFile(join(cwd, "plans", name), "utf8")),
      );
      expect(written.join("")).not.toMatch(/"(health|disease|symptoms|active)"/);
      expect(await athleteText(cwd)).not.toMatch(/health|disease/);
    },
  );

  it("are asked again for every plan, saved athlete or not", async () => {
    const cwd = await aPlace();
    const first = await startWizard({ cwd }, ["--plan-id", "one"]);
    await answers(first, [...beforeHealth, [HEALTH[0], `3${enter}`], ...afterHealth, ...TO_THE_END]);
    await first.ends();
    const second = await startWizard({ cwd }, ["--plan-id", "two"]);
    await answers(second, beforeHealth);
    await second.sees(HEALTH[0]);
    await second.sees("[ ] 3");
    expect(second.screen()).not.toContain("[x]");
  });
});

describe.skipIf(!HAS_TERMINAL)("a rider who does not know their FTP", () => {
  it("gets a ramp test for the trainer, leaves, and comes back with its result", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...beforeFtp, [FTP[0], `?${enter}`], [HOW, `4${enter}`]]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    const screen = flat(at.screen());
    expect(screen).toContain("run cycling-plan generate again: it will ask for that number. Your answers are kept.");
    expect((await readdir(join(cwd, "plans"))).sort()).toEqual(["ramp-test.mrc", "ramp-test.zwo"]);
    const read = await Promise.all(
      ["zwo", "mrc"].map((kind) => readFile(join(cwd, "plans", `ramp-test.${kind}`), "utf8")),
    );
    expect(read[0]).toContain("<workout_file>");
    expect(read[1]).toContain("[COURSE DATA]");

    const next = await startWizard({ cwd });
    await answers(next, [["Go on with them?", enter]]);
    await next.sees("Welcome back. Did you ride the test?");
    await answers(next, [[MINUTE, `320${enter}`]]);
    await next.sees("Your FTP is about 240 watts: 75 % of 320.");
    await answers(next, [...afterFtp, ...TO_THE_END]);
    expect(await next.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 240, ftp_date: "2026-12-01" });
  });

  it("who has ridden one types the best minute; what cannot be is refused", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...beforeFtp, [FTP[0], `help${enter}`], [HOW, `5${enter}`], [MINUTE, `30${enter}`]]);
    await at.sees("expected 67 to 800 watts.");
    at.press(KEY.backspace, KEY.backspace, `300 w${enter}`);
    await at.sees("Your FTP is about 225 watts");
    await at.sees(HOURS[0]);
  });

  it("may type a number after all, also after the test was written", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [
      ...beforeFtp,
      [FTP[0], `?${enter}`],
      [HOW, `6${enter}`],
      [FTP[0], `?${enter}`],
      [HOW, `4${enter}`],
    ]);
    await at.ends();
    const next = await startWizard({ cwd });
    await answers(next, [["Go on with them?", enter], [MINUTE, `<${enter}`], FTP]);
    await next.sees(HOURS[0]);
  });

  it("is offered the saved one, with its day", async () => {
    const cwd = await aPlace();
    await runCli(["athlete", "set", "ftp=255", "--date", "2026-10-05"], { cwd });
    const at = await startWizard({ cwd });
    await answers(at, [...beforeFtp, [FTP[0], `?${enter}`]]);
    await at.sees("1 use 255 W (saved on 5 Oct 2026)");
    at.press(enter);
    await answers(at, [...afterFtp, ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 255, ftp_date: "2026-10-05" });
  });
});

describe("scripted runs", () => {
  it("have the health answers as request keys, with the same consequences", async () => {
    const cwd = await aPlace();
    const request = { ...JSON.parse(await readFile(join(cwd, "requests", "wizard.json"), "utf8")) } as {
      profile: object;
    };
    const run = (health: object) =>
      runCli(["generate", ...ON_A_DAY, "--profile", "-", "--dry-run", "--json"], {
        cwd,
        input: JSON.stringify({ ...request, profile: { ...request.profile, health } }),
      });
    const ill = await run({ active: true, disease: false, symptoms: true });
    expect(ill.code).toBe(2);
    expect(ill.err).toContain("see a doctor first");
    const careful = await run({ active: false });
    expect(careful.code).toBe(0);
    expect(careful.out).toContain('"careful_start": true');
  });
});
