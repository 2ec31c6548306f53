import { describe, expect, it } from "vitest";
import { IS_LONG } from "../../support/draws.ts";
import { aPlace, flat } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import { AGE, answers, FTP, HEALTH, HOURS, KEEP, KIND, LEVEL, MORE, NEXT, planIn, QUESTIONS, RECENT, REVIEW, sessionsOf, startWizard, type Reply } from "./a-rider.ts"; // prettier-ignore

const { enter } = KEY;
const RESUME = "Stopped. Your answers are kept: run cycling-plan generate to go on.";
const NOTHING = "Stopped. There was nothing to keep yet.";

const UNKNOWN: Reply = [FTP[0], `?${enter}`];
const HOW = "How shall we find it?";
const beforeFtp = QUESTIONS.slice(0, QUESTIONS.indexOf(FTP));
const HEALTH_AT = QUESTIONS.indexOf(HEALTH);
const ticked = (numbers: string): readonly Reply[] => [
  ...QUESTIONS.slice(0, HEALTH_AT),
  [HEALTH[0], `${numbers}${enter}`],
];
const MORE_AT = QUESTIONS.slice(0, -1);
const RIDE = "Which rides do you do anyway?";

/** Every prompt, and how a rider comes there. */
const PROMPTS: readonly (readonly [words: string, way: readonly Reply[]])[] = [
  ...QUESTIONS.map(([words], index) => [words, QUESTIONS.slice(0, index)] as const),
  ["What should the plan train?", [["What do you want most?", `finish a century${enter}`], ...QUESTIONS.slice(1, 2)]],
  [KIND, [...QUESTIONS.slice(0, 1), ["How many weeks, or which day?", `14 mar${enter}`]]],
  ["What now?", ticked("1")],
  ["What kept you off the bike?", ticked("7")],
  ["How many weeks were you off the bike?", ticked("6")],
  ["Has a doctor said", [...ticked("6"), ["How many weeks were you off the bike?", `8${enter}`]]],
  ["What is the limit?", ticked("9")],
  [HOW, [...beforeFtp, UNKNOWN]],
  ["Your weight?", [...beforeFtp, UNKNOWN, [HOW, `1${enter}`]]],
  ["Your best minute in the ramp test, in watts?", [...beforeFtp, UNKNOWN, [HOW, `5${enter}`]]],
  ["The highest heart rate you have seen?", [...beforeFtp, UNKNOWN, [HOW, `2${enter}`]]],
  [
    "How shall the plan begin?",
    QUESTIONS.slice(0, QUESTIONS.indexOf(LEVEL)).map((one): Reply => (one === RECENT ? [one[0], `2${enter}`] : one)),
  ],
  [RIDE, [...MORE_AT, [MORE[0], `2${enter}`]]],
  ["Days you cannot ride?", [...MORE_AT, [MORE[0], `4${enter}`]]],
  [REVIEW[0], QUESTIONS],
  ["Your FTP, in watts?", [...QUESTIONS, [REVIEW[0], `6${enter}`]]],
];

describe.skipIf(!HAS_TERMINAL)("Ctrl-C", () => {
  it.each(PROMPTS.map(([words, way]) => ({ words, way })))(
    "at '$words' leaves at once, says how to go on, and leaves the terminal as it was",
    async ({ words, way }) => {
      const cwd = await aPlace();
      const at = await startWizard({ cwd });
      await answers(at, way);
      await at.sees(words);
      at.press(KEY.ctrlC);
      expect(await at.ends()).toEqual({ code: 130, isRestored: true });
      expect(flat(at.screen())).toContain(way.length === 0 ? NOTHING : RESUME);
      expect(await sessionsOf(cwd)).toHaveLength(way.length === 0 ? 0 : 1);
    },
  );

  it.each(IS_LONG ? [0, 30, 150, 400] : [30, 150])(
    "%d ms after the plan was asked for leaves a plan or the answers, never neither",
    async (wait) => {
      const cwd = await aPlace();
      const at = await startWizard({ cwd });
      await answers(at, QUESTIONS);
      await at.sees(REVIEW[0]);
      at.press(enter);
      await new Promise((resolve) => setTimeout(resolve, wait));
      at.press(KEY.ctrlC);
      expect(await at.ends()).toEqual({ code: 130, isRestored: true });
      const isMade = flat(at.screen()).includes("Your plan is on disk");
      expect(await sessionsOf(cwd)).toHaveLength(isMade ? 0 : 1);
      if (isMade) await planIn(cwd);
      else expect(flat(at.screen())).toContain("Your answers are kept: run cycling-plan generate to go on.");
    },
  );

  it("at the last prompt says that the plan is there", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, REVIEW]);
    await at.sees(KEEP[0]);
    at.press(KEY.ctrlC);
    expect(await at.ends()).toEqual({ code: 130, isRestored: true });
    expect(flat(at.screen())).toContain("Your plan is on disk; your numbers were not saved");
    await planIn(cwd);
  });

  it("at the ways on leaves the plan, and is no error: nothing is left to do", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, REVIEW, KEEP]);
    await at.sees(NEXT[0]);
    at.press(KEY.ctrlC);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    await planIn(cwd);
  });

  it.each(["plain", "rich"])("and Ctrl-D, and a signal from outside, end the %s prompts alike", async (kind) => {
    for (const stop of [KEY.ctrlC, KEY.ctrlD, "SIGINT", "SIGTERM"] as const) {
      const cwd = await aPlace();
      const at = await startWizard({ cwd }, kind === "plain" ? ["--plain"] : []);
      await answers(at, QUESTIONS.slice(0, 6));
      await at.sees(HOURS[0]);
      if (stop === "SIGINT" || stop === "SIGTERM") await at.signal(stop);
      else at.press(stop);
      expect({ stop, ...(await at.ends()) }).toEqual({ stop, code: 130, isRestored: true });
      expect(flat(at.screen())).toContain(RESUME);
      expect(await sessionsOf(cwd)).toHaveLength(1);
    }
  });
});

describe.skipIf(!HAS_TERMINAL)("Ctrl-Z", () => {
  it.each([["rich"], ["--plain"]])("%s: the wizard goes on where it was when it is called back", async (kind) => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd }, kind === "--plain" ? [kind] : []);
    await answers(at, QUESTIONS.slice(0, 2));
    await at.sees(AGE[0]);
    at.press("4", "\u001a");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await at.signal("SIGCONT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    at.press(`2${enter}`);
    await at.sees(HEALTH[0]);
    await expect.poll(async () => (await sessionsOf(cwd))[0]?.request.profile?.age).toBe(42);
  });
});
