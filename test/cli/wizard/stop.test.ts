import { describe, expect, it } from "vitest";
import { aPlace, flat } from "../run-cli.ts";
import { HAS_TERMINAL, KEY } from "./a-terminal.ts";
import { answers, BODY, FTP, KEEP, planIn, QUESTIONS, REVIEW, sessionsOf, startWizard, type Reply } from "./a-rider.ts";

const { enter } = KEY;
const RESUME = "Stopped. Your answers are kept: run cycling-plan generate to go on.";
const NOTHING = "Stopped. There was nothing to keep yet.";

const UNKNOWN: Reply = [FTP[0], `?${enter}`];
const HOW = "How shall we find it?";
const beforeFtp = QUESTIONS.slice(0, QUESTIONS.indexOf(FTP));
const MORE: Reply = [REVIEW[0], `2${enter}`];
const DETAILS = [
  "Your longest ride in the last six weeks?",
  "The most minutes on a day?",
  "Strength workouts a week (0, 1 or 2)?",
  "Days you cannot ride?",
  "The day of your last FTP test?",
  "Female or male?",
  "The most power you may ride, in % of FTP?",
  "Your heart rate at threshold?",
];

/** Every prompt, and how a rider comes there. */
const PROMPTS: readonly (readonly [words: string, way: readonly Reply[]])[] = [
  ...QUESTIONS.map(([words], index) => [words, QUESTIONS.slice(0, index)] as const),
  ["Is that right?", [["What do you want most?", `finish a century${enter}`], ...QUESTIONS.slice(1, 2)]],
  ["What kind of event is it?", [...QUESTIONS.slice(0, 1), ["How many weeks, or which day?", `14 mar${enter}`]]],
  [HOW, [...beforeFtp, UNKNOWN]],
  ["Your best minute in the ramp test, in watts?", [...beforeFtp, UNKNOWN, [HOW, `2${enter}`]]],
  ["What now?", [...QUESTIONS.slice(0, -1), ["Yes or no to 1 to 4", `ynyn${enter}`]]],
  ["Is it your heart, now or before?", [...QUESTIONS.slice(0, -1), ["Yes or no to 1 to 4", `yynn${enter}`]]],
  [
    "What was it, and how many weeks were you off?",
    [...QUESTIONS.slice(0, -1), ["Yes or no to 1 to 4", `ynny${enter}`]],
  ],
  [REVIEW[0], QUESTIONS],
  ["Name of the file?", [...QUESTIONS, [REVIEW[0], `14${enter}`]]],
  ["Your weight?", [...QUESTIONS, [REVIEW[0], `6${enter}`]]],
  ...DETAILS.map(
    (words, index) =>
      [words, [...QUESTIONS, MORE, ...DETAILS.slice(0, index).map((one): Reply => [one, `-${enter}`])]] as const,
  ),
  [
    "What now?",
    [...QUESTIONS.map((one): Reply => (one[0].endsWith("a week now?") ? [one[0], `2${enter}`] : one)), REVIEW],
  ],
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

  it.each([0, 30, 150, 400])(
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

  it.each(["plain", "rich"])("and Ctrl-D, and a signal from outside, end the %s prompts alike", async (kind) => {
    for (const stop of [KEY.ctrlC, KEY.ctrlD, "SIGINT", "SIGTERM"] as const) {
      const cwd = await aPlace();
      const at = await startWizard({ cwd }, kind === "plain" ? ["--plain"] : []);
      await answers(at, QUESTIONS.slice(0, 3));
      await at.sees(BODY[0]);
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
    await at.sees(FTP[0]);
    at.press("26", "\u001a");
    await new Promise((resolve) => setTimeout(resolve, 300));
    await at.signal("SIGCONT");
    await new Promise((resolve) => setTimeout(resolve, 300));
    at.press(`5${enter}`);
    await at.sees(BODY[0]);
    await expect.poll(async () => (await sessionsOf(cwd))[0]?.request.profile?.ftp).toBe(265);
  });
});

describe.skipIf(!HAS_TERMINAL)("stopping on purpose", () => {
  it("keeps the answers and is no error", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, [...QUESTIONS, [REVIEW[0], `15${enter}`]]);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(flat(at.screen())).toContain(RESUME);
    expect(await sessionsOf(cwd)).toHaveLength(1);
  });
});
