import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { aPlace, flat, runCli } from "../run-cli.ts";
import { HAS_TERMINAL, KEY, openTerminal, type TerminalKind } from "./a-terminal.ts";
import {
  answers,
  DAYS,
  GOAL,
  KEEP,
  ON_A_DAY,
  planIn,
  QUESTIONS,
  REVIEW,
  startWizard,
  until,
  type Reply,
} from "./a-rider.ts";

const { enter } = KEY;
const ESCAPE = "\u001b";
const PATH: readonly Reply[] = [...QUESTIONS, REVIEW, KEEP];

/** The whole way on one kind of terminal; what it was sent, and its lines. */
async function played(kind: Omit<TerminalKind, "cwd">, args: readonly string[] = []) {
  const cwd = await aPlace();
  const at = await startWizard({ cwd, ...kind }, args);
  await answers(at, PATH);
  expect(await at.ends()).toEqual({ code: 0, isRestored: true });
  expect((await planIn(cwd)).training_plan.athlete_profile).toMatchObject({ ftp: 265, weight_kg: 70 });
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
    const asked = sent.slice(0, sent.indexOf("Plan improve-ftp")).replace(new RegExp(`${ESCAPE}\\[1m$`), "");
    expect(asked).not.toContain(ESCAPE);
    expect(asked).not.toContain("\b");
    expect(asked.split("Your FTP in watts?")).toHaveLength(2);
    expect(flat(asked)).toContain("1. Get stronger");
    expect(flat(asked)).toContain("What do you want most? Number [1]:");
  });

  it("says what is wrong and asks again; Backspace mends", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd }, ["--plain"]);
    await answers(at, until("Your FTP in watts?"));
    await at.sees("Your FTP in watts?");
    at.press("2000", enter);
    await at.sees("Warning: expected 50 to 600 watts.");
    await at.sees("Your FTP in watts?:");
    at.press("2655", KEY.backspace, enter);
    await at.sees("Your weight, highest heart rate, and age?");
    expect(at.screen()).toMatch(/Your FTP in watts\?: 265 ?\n/);
  });
});

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

  it.each([40, 52, 80, 100])("breaks no word and keeps the screen whole at %d columns", async (columns) => {
    const { screen } = await played({ columns });
    const lines = screen.slice(0, screen.indexOf("Plan improve-ftp")).split("\n");
    const words = new Set(flat((await played({ columns: 100 })).screen).split(" "));
    // A line broken inside a word would leave two that nobody wrote.
    expect(lines.flatMap((line) => line.trim().split(/\s+/)).filter((word) => word !== "" && !words.has(word))).toEqual(
      [],
    );
    // What was redrawn while the rider typed must not stand there twice.
    expect(flat(lines.join(" ")).split("? Your FTP in watts?")).toHaveLength(2);
  });

  it("scrolls a list that is longer than the terminal, and goes round at its ends", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd, rows: 12 });
    await answers(at, QUESTIONS);
    await at.sees("Yes, make the plan");
    expect(at.screen()).not.toContain("Stop for now");
    at.press(KEY.up);
    await at.sees("15 Stop for now");
    expect(at.screen()).not.toContain("Yes, make the plan");
    at.press(KEY.down);
    await at.sees("1 Yes, make the plan");
    for (let line = 2; line <= 9; line++) {
      at.press(KEY.down);
      await at.sees(`❯ ${line} `);
    }
    expect(at.screen()).not.toContain("Yes, make the plan");
    at.press(`15${enter}`);
    expect(await at.ends()).toEqual({ code: 0, isRestored: true });
    expect(flat(at.screen()).split("? Is this right?")).toHaveLength(2);
  });

  it("ticks days with arrows and space as well as it reads them", async () => {
    const cwd = await aPlace();
    const at = await startWizard({ cwd });
    await answers(at, until(DAYS[0]));
    await at.sees(DAYS[0]);
    at.press("mon ");
    await at.sees("[x] Mon");
    at.press(KEY.right, KEY.right, " ", KEY.right, KEY.right, " ", KEY.left, KEY.left, " ");
    await at.sees("[x] Mon [ ] Tue [ ] Wed");
    await at.sees("[x] Thu");
    at.press(enter);
    await at.sees("Yes or no to 1 to 4");
    expect(at.screen()).toContain("? Which days can you ride? mon thu");
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
