import { chmod, mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { IS_LONG } from "../../support/draws.ts";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import {
  AGE,
  answers,
  BY,
  FTP,
  GOAL,
  HEALTH,
  HOURS,
  MORE,
  KEEP,
  planIn,
  QUESTIONS,
  NEXT,
  REVIEW,
  TO_THE_END,
  sessionFolder,
  sessionsOf,
  startWizard,
  until,
  WHEN,
} from "./a-rider.ts";

const { enter } = KEY;
const OFFER = "Go on with them?";

/** A wizard that was stopped at the question about hours. */
async function stopped(cwd: string): Promise<void> {
  const at = await startWizard({ cwd });
  await answers(at, until(HOURS[0]));
  await at.sees(HOURS[0]);
  at.press(KEY.ctrlC);
  expect(await at.ends()).toEqual({ code: 130, isRestored: true });
}

describe.skipIf(!HAS_TERMINAL)("answers from before", () => {
  it("are taken up where the rider stopped, and gone once the plan is on disk", async () => {
    const cwd = await aPlace();
    await stopped(cwd);
    expect(await sessionsOf(cwd)).toHaveLength(1);
    const at = await startWizard({ cwd });
    await at.sees(OFFER);
    at.press(enter);
    await answers(at, [...QUESTIONS.slice(QUESTIONS.indexOf(HOURS)), REVIEW]);
    await at.sees(KEEP[0]);
    expect(await sessionsOf(cwd)).toEqual([]);
    at.press(enter);
    await answers(at, [NEXT]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 265, age: 42 });
    const next = await startWizard({ cwd });
    await next.sees(GOAL[0]);
    expect(next.screen()).not.toContain(OFFER);
  });

  it("are removed where the rider starts over", async () => {
    const cwd = await aPlace();
    await stopped(cwd);
    const at = await startWizard({ cwd });
    await at.sees(OFFER);
    at.press(`2${enter}`);
    await at.sees(GOAL[0]);
    expect(await sessionsOf(cwd)).toEqual([]);
    at.press(KEY.ctrlC);
    expect(await at.ends()).toEqual({ code: 130, isRestored: true });
    expect(at.screen()).toContain("Stopped. There was nothing to keep yet.");
  });

  it("are removed where the rider wants them gone", async () => {
    const cwd = await aPlace();
    await stopped(cwd);
    const at = await startWizard({ cwd });
    await at.sees(OFFER);
    at.press(`3${enter}`);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(at.screen()).toContain("Removed.");
    expect(await sessionsOf(cwd)).toEqual([]);
  });

  it("stay where the rider stops at the offer", async () => {
    const cwd = await aPlace();
    await stopped(cwd);
    const at = await startWizard({ cwd });
    await at.sees(OFFER);
    at.press(KEY.ctrlC);
    expect(await at.ends()).toEqual({ code: 130, isRestored: true });
    expect(at.screen()).toContain("Stopped. Your answers are kept: run cycling-plan generate to go on.");
    expect(await sessionsOf(cwd)).toHaveLength(1);
  });

  it("that no longer fit the day are asked again", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [GOAL, [WHEN[0], `2027-03-14${enter}`]]);
    await at.sees("What kind of event is it?");
    at.press(KEY.ctrlC);
    await at.ends();
    const later = await startWizard({ cwd }, ["--today", "2027-03-10"]);
    await later.sees(OFFER);
    later.press(enter);
    await later.sees(WHEN[0]);
    later.press(`12${enter}`);
    await later.sees("How old are you?");
  });

  it("are the rider's alone to read, and no model's", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, QUESTIONS);
    await at.sees(REVIEW[0]);
    expect((await stat(sessionFolder(cwd))).mode & 0o777).toBe(0o700);
    expect((await sessionsOf(cwd))[0]?.request).toMatchObject({
      profile: { health: { active: true, disease: false, symptoms: false } },
    });
  });
});

describe.skipIf(!HAS_TERMINAL)("a killed wizard", () => {
  it("loses at most the answer that was being typed, after any answer", async () => {
    const cwd = await aPlace();
    for (const [index, [words]] of QUESTIONS.entries()) {
      const at = await startWizard({ cwd });
      // The first was killed before there was anything to keep.
      if (index > 1) {
        await at.sees(OFFER);
        at.press(enter);
      }
      await answers(at, QUESTIONS.slice(index === 0 ? 0 : index - 1, index));
      await at.sees(words);
      await at.signal("SIGKILL");
      await at.ends();
      const [session, ...more] = await sessionsOf(cwd);
      expect(more).toEqual([]);
      expect(session?.asked ?? []).toHaveLength(index);
    }
    const at = await startWizard({ cwd });
    await at.sees(OFFER);
    at.press(enter);
    await answers(at, [MORE, ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 265, age: 42 });
  }, 90_000);

  it("leaves a whole file also where it dies while it writes", async () => {
    const cwd = await aPlace();
    for (const wait of IS_LONG ? [0, 1, 2, 3, 5, 8, 13] : [0, 2, 5]) {
      const at = await startWizard({ cwd });
      await at.sees(wait === 0 ? GOAL[0] : OFFER);
      at.press(wait === 0 ? enter : `1${enter}`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      await at.signal("SIGKILL");
      await at.ends();
      const names = (await readdir(sessionFolder(cwd)).catch(() => [])).filter((name) => name.endsWith(".json"));
      expect(await sessionsOf(cwd)).toHaveLength(names.length);
      if (names.length === 0) await stopped(cwd);
    }
  }, 60_000);

  it("goes away with its window", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(FTP[0]));
    await at.sees(FTP[0]);
    at.close();
    await at.ends();
    await expect.poll(() => at.isRunning(), { timeout: 5000 }).toBe(false);
    const next = await startWizard({ cwd });
    await next.sees(OFFER);
  });
});

describe.skipIf(!HAS_TERMINAL)("two wizards at once", () => {
  it("keep their answers apart, and each makes its own plan", async () => {
    const cwd = await aPlace();
    const first = await startWizard({ cwd }, ["--plan-id", "one"]);
    await answers(first, until(HOURS[0]));
    await first.sees(HOURS[0]);
    const second = await startWizard({ cwd }, ["--plan-id", "two"]);
    await second.sees(GOAL[0]);
    await second.sees("Another window asks these questions, too.");
    await answers(second, [GOAL, WHEN, AGE, HEALTH, BY, [FTP[0], `200${enter}`]]);
    await second.sees(HOURS[0]);
    expect((await sessionsOf(cwd)).map(({ request }) => request.profile?.ftp).sort()).toEqual([200, 265]);
    await answers(first, [...QUESTIONS.slice(QUESTIONS.indexOf(HOURS)), REVIEW, [KEEP[0], `2${enter}`], NEXT]);
    expect(await first.ends()).toMatchObject({ code: 0 });
    expect(await sessionsOf(cwd)).toHaveLength(1);
    await answers(second, [...QUESTIONS.slice(QUESTIONS.indexOf(HOURS)), REVIEW, [KEEP[0], `2${enter}`], NEXT]);
    expect(await second.ends()).toMatchObject({ code: 0 });
    expect(await sessionsOf(cwd)).toEqual([]);
    const watts = await Promise.all(
      ["one", "two"].map(async (id) => {
        const { out } = await runCli(["show", id, "--json"], { cwd });
        return (JSON.parse(out) as { training_plan: { plan_metadata: { current_ftp: number } } }).training_plan
          .plan_metadata.current_ftp;
      }),
    );
    expect(watts).toEqual([265, 200]);
  }, 60_000);
});

describe.skipIf(!HAS_TERMINAL)("where answers cannot be kept", () => {
  it("the wizard says so once and goes on to the plan", async () => {
    const cwd = await aPlace();
    await mkdir(join(cwd, "home", ".local"), { recursive: true });
    await writeFile(join(cwd, "home", ".local", "state"), "a file where a folder should be");
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, ...TO_THE_END]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect(flat(at.screen()).split("Your answers cannot be kept if you stop")).toHaveLength(2);
    await planIn(cwd);
  });

  it("a broken saved athlete is a note, and is not written over", async () => {
    const cwd = await aPlace();
    const folder = join(cwd, "home", ".config", "cycling-plan");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "athlete.json"), "{ broken");
    await chmod(folder, 0o700);
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, REVIEW, NEXT]);
    expect(await at.ends()).toMatchObject({ code: 0 });
    expect(flat(at.screen())).toContain("Nothing is suggested from it.");
    expect(await readdir(folder)).toEqual(["athlete.json"]);
  });
});
