import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY, openTerminal, type TerminalKind } from "./a-terminal.ts";
import {
  answers,
  DAYS,
  FTP,
  GOAL,
  HEALTH,
  HOURS,
  MORE,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  REVIEW,
  TO_THE_END,
  startWizard,
  until,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
const ESCAPE = "\u001b";
/** The screens of the first width, by whose words the others are held. */
const WIDE: string[] = [];
const PATH: readonly Reply[] = [...QUESTIONS, ...TO_THE_END];

/** The whole way on one kind of terminal; what it was sent, and its lines. */
async function played(kind: Omit<TerminalKind, "cwd">, args: readonly string[] = []) {
  const cwd = await aPlace();
  const at = await startWizard({ cwd, ...kind }, args);
  await answers(at, PATH);
  expect(await at.ends()).toEqual({ code: 0, isRestored: true });
  expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 265, age: 42 });
  return { sent: at.sent(), screen: at.screen() };
}

describe.skipIf(!HAS_TERMINAL)("line by line", () => {
  it.each<readonly [string, Omit<TerminalKind, "cwd">, readonly string[]]>([
    ["--plain", {}, ["--plain"]],
    ["a dumb terminal", { env: { TERM: "dumb" } }, []],
    ["a terminal too narrow to draw on", { columns: 30 }, []],
  ])("%s: nothing is drawn twice, no colour, no escape", async (_, kind, args) => {
    const { sent } = await played({ ...kind, env: { NO_COLOR: "", ...kind.env } }, [...args]);
    // The plan itself may be shown in colour.
    const asked = sent.slice(0, sent.search(/improve-ftp-\S+ is made/)).replace(new RegExp(`${ESCAPE}\\[1m$`), "");
    expect(asked).not.toContain(ESCAPE);
    expect(asked).not.toContain("\b");
    expect(asked.split("Your FTP, in watts?")).toHaveLength(2);
    expect(flat(asked)).toContain("1. Get stronger");
    expect(flat(asked)).toContain("What do you want most? Number [1]:");
    // A line a thing: where it stands, why it is asked, what is known.
    expect(asked).toContain("Question 3 of about 11: Age");
    expect(flat(asked)).toContain("Plan so far: 12 weeks from Mon 7 Dec");
    expect(asked.match(/Plan so far/g)?.length).toBeLessThanOrEqual(4);
    expect(flat(asked)).toContain("6. FTP: 265 W");
  });

  it("says what is wrong and asks again; Backspace mends", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd }, ["--plain"]);
    await answers(at, until(FTP[0]));
    await at.sees(FTP[0]);
    at.press("2000", enter);
    await at.sees("Warning: expected 50 to 600 watts.");
    await at.sees("Your FTP, in watts? [not known]:");
    at.press("2655", KEY.backspace, enter);
    await at.sees("How many hours a week can you ride?");
    expect(at.screen()).toMatch(/Your FTP, in watts\? \[not known\]: 265 ?\n/);
  });
});

/** The line under each question. */
const KEYS = /Enter (?:takes|chooses|goes on|makes)/;
const PATIENCE = 10_000;

describe.skipIf(!HAS_TERMINAL)("on a terminal that can be drawn on", () => {
  it("shows colour only where it is wanted", async () => {
    const colour = `${ESCAPE}[32m`;
    expect((await played({ env: { NO_COLOR: "1" } })).sent).not.toMatch(new RegExp(`${ESCAPE}\\[[0-9;]*m`));
    expect((await played({ env: { NO_COLOR: "" } })).sent).toContain(colour);
  });

  it("shows ASCII only where the locale has no more", async () => {
    const { sent } = await played({ env: { LANG: "C", LC_ALL: "C" } });
    expect(sent.match(/[^\0-\x7f]/g)).toBeNull();
  });

  it.each([200, 80, 60, 40])(
    "breaks no word, and shows every question whole on 24 lines, at %d columns",
    async (columns) => {
      const cwd = await aPlace();
      const at = await startWizard({ cwd, columns, rows: 24 });
      const screens: string[] = [];
      for (const [words, keys] of [...QUESTIONS, REVIEW]) {
        await at.sees(words);
        // A screen comes in pieces: the keys are its last line, and what a plan would be is foreseen meanwhile,
        // and shown where the lines suffice.
        const isForeseen = columns > 40 && screens.length > QUESTIONS.indexOf(HOURS) && words !== REVIEW[0];
        await vi.waitFor(() => {
          expect(flat(at.view())).toMatch(KEYS);
          if (isForeseen) expect(flat(at.view())).toContain("in all");
        }, PATIENCE);
        screens.push(at.view());
        at.press(keys);
      }
      for (const [index, view] of screens.entries()) {
        const lines = view.split("\n");
        expect(lines.length).toBeLessThanOrEqual(24);
        expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(Math.min(80, columns));
        // The question, and the keys below it, are both there.
        expect(flat(view)).toContain([...QUESTIONS, REVIEW][index]?.[0]);
        expect(flat(view)).toMatch(KEYS);
      }
      const words = new Set(WIDE.flatMap((view) => flat(view).split(" ")));
      if (WIDE.length === 0) WIDE.push(...screens);
      else
        expect(
          screens
            .flatMap((view) => flat(view).split(" "))
            .filter((word) => word !== "" && !/\d|^[.>…-]+$/.test(word) && !words.has(word)),
        ).toEqual([]);
    },
  );

  it("shows each question in the place of the one before", async () => {
    const { screen } = await played({ columns: 80, rows: 24 });
    const asked = screen.slice(0, screen.search(/improve-ftp-\S+ is made/));
    for (const [words] of QUESTIONS) expect(flat(asked)).not.toContain(words);
  });

  it("scrolls a list that is longer than the terminal, and goes round at its ends", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd, rows: 12 });
    await answers(at, until(MORE[0]));
    await at.sees("nothing more: show me the plan");
    expect(at.view()).not.toContain("more numbers");
    at.press(KEY.up);
    await at.sees("> 10 more numbers");
    expect(at.view()).not.toContain("nothing more: show me the plan");
    at.press(KEY.down);
    await at.sees("> 0 nothing more");
  });

  it("ticks the health list with numbers, arrows and the space bar, and says at once what it means", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd, rows: 24 });
    await answers(at, until(HEALTH[0]));
    await at.sees(HEALTH[0]);
    at.press("2");
    await at.sees("[x] 2");
    await at.sees("With 2 the plan stays at or under 75 % of FTP and has no test.");
    at.press(KEY.down, KEY.down, " ");
    await at.sees("[x] 4");
    at.press("2");
    await at.sees("[ ] 2");
    at.press(enter);
    await at.sees("What tells you how hard you ride?");
    expect(at.view()).not.toContain("a chest strap");
  });

  it("takes keys while the plan so far is still being planned", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd, rows: 24 });
    await answers(at, until("How many hours a week do you ride now?"));
    await at.sees("How many hours a week do you ride now?");
    at.press("6");
    await at.sees("> 6");
    await at.sees("in all");
    await expect.poll(() => at.view(), { timeout: PATIENCE }).toContain("> 6");
  });

  it("ticks days with arrows and space as well as it reads them", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(DAYS[0]));
    await at.sees(DAYS[0]);
    at.press("mon ");
    await at.sees("[x] 1 Mon");
    at.press(KEY.right, KEY.right, " ", KEY.right, KEY.right, " ", KEY.left, KEY.left, " ");
    await at.sees("[x] 1 Mon >[ ] 2 Tue [ ] 3 Wed");
    await at.sees("[x] 4 Thu");
    at.press(enter);
    await at.sees(MORE[0]);
  });

  it("ticks days by their number, but reads the minutes of a day as they are typed", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(DAYS[0]));
    await at.sees("[x] 7 Sun");
    // Two keys instead of a dozen: those that are proposed, but for one.
    at.press("7");
    await at.sees("[x] 6 Sat [ ] 7 Sun");
    at.press("1", "1", "3");
    await at.sees("[ ] 1 Mon [x] 2 Tue [x] 3 Wed [x] 4 Thu");
    at.press(KEY.backspace.repeat(20), "tue=75 sat=2h");
    await at.sees("> tue=75 sat=2h");
    await at.sees("[ ] 3 Wed [ ] 4 Thu [ ] 5 Fri [x] 6 Sat [ ] 7 Sun");
    at.press(enter);
    await at.sees(MORE[0]);
  });
});

const MISSING = [
  "--ftp: missing",
  "--hours: missing",
  "--days: missing",
  "--experience: missing",
  "--weeks or --event-date: missing",
];

describe("never a prompt", () => {
  const listsWhatIsMissing = (code: number | undefined, text: string): void => {
    expect(code).toBe(2);
    for (const line of MISSING) expect(flat(text)).toContain(line);
    expect(text).not.toContain(GOAL[0]);
  };

  it.skipIf(!HAS_TERMINAL).each<readonly [string, readonly string[], Omit<TerminalKind, "cwd">]>([
    ["CI is set", [], { env: { CI: "1" } }],
    ["--no-input", ["--no-input"], {}],
    ["--json", ["--json"], {}],
    ["standard input comes from a file", [], { redirect: "</dev/null" }],
    ["standard output goes to a file", [], { redirect: ">out.txt" }],
    ["the chatter goes to a file", [], { redirect: "2>err.txt" }],
  ])("where %s: missing answers are listed with their flags, exit 2", async (_, args, kind) => {
    const cwd = await aPlace();
    const at = await openTerminal(["generate", ...args], { cwd, ...kind });
    const { code } = await at.ends();
    const text = kind.redirect === "2>err.txt" ? await readFile(join(cwd, "err.txt"), "utf8") : at.sent();
    listsWhatIsMissing(code, text);
  });

  it("where nothing is a terminal", async () => {
    const { code, err, out } = await runCli(["generate", ...ON_A_DAY]);
    listsWhatIsMissing(code, err);
    expect(out).toBe("");
  });

  it.skipIf(!HAS_TERMINAL)("where every answer is a flag, or a request file has them", async () => {
    const cwd = await aPlace();
    const at = await openTerminal(["generate", ...ON_A_DAY, "--profile", "requests/wizard.json"], { cwd });
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(at.screen()).not.toContain(GOAL[0]);
  });
});
