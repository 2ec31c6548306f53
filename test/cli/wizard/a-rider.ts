import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { PlanFile } from "../../../src/plan/schema.ts";
import { KEY, openTerminal, type Terminal, type TerminalKind } from "./a-terminal.ts";

/** One prompt: the words by which a rider knows it, and the keys that answer it. */
export type Reply = readonly [words: string, keys: string];

const { enter } = KEY;

export const GOAL: Reply = ["What do you want most?", enter];
export const WHEN: Reply = ["How many weeks, or which day?", `12${enter}`];
export const AGE: Reply = ["How old are you?", `42${enter}`];
export const HEALTH: Reply = ["Does any of this fit you?", enter];
export const BY: Reply = ["What tells you how hard you ride?", enter];
export const FTP: Reply = ["Your FTP, in watts?", `265${enter}`];
export const HOURS: Reply = ["How many hours a week can you ride?", `8${enter}`];
export const RECENT: Reply = ["How many hours a week do you ride now?", `6${enter}`];
export const LEVEL: Reply = ["How long have you trained?", `2${enter}`];
export const DAYS: Reply = ["Which days can you ride?", `tue thu sat${enter}`];
export const MORE: Reply = ["Anything else the plan should know?", enter];
export const KIND = "What kind of event is it?";
/** Enter takes what is usual for its kind. */
export const LENGTH: Reply = ["How long is your event?", enter];
/** The questions up to the review, as a rider without anything saved answers them. */
export const QUESTIONS: readonly Reply[] = [GOAL, WHEN, AGE, HEALTH, BY, FTP, HOURS, RECENT, LEVEL, DAYS, MORE];
export const REVIEW: Reply = ["Your plan, before it is made", enter];
export const KEEP: Reply = ["Keep your numbers for the next plan?", enter];
/** The way on that leads nowhere. */
export const NEXT: Reply = ["What next?", `4${enter}`];
/** From the review to the end. */
export const TO_THE_END: readonly Reply[] = [REVIEW, KEEP, NEXT];

/** Answers each prompt once it is there. */
export async function answers(at: Terminal, replies: readonly Reply[]): Promise<void> {
  for (const [words, keys] of replies) {
    await at.sees(words);
    at.press(keys);
  }
}

/** Up to a prompt, which is on the screen then. */
export const until = (words: string, replies: readonly Reply[] = [...QUESTIONS, ...TO_THE_END]): readonly Reply[] => {
  const index = replies.findIndex(([one]) => one === words);
  if (index < 0) throw new Error(`no prompt says ${words}`);
  return replies.slice(0, index);
};

/** The day of a run that can be repeated, and the whole of it. */
export const ON_A_DAY = ["--today", "2026-12-01"];

/** `generate` in a terminal, up to its end where the replies lead there. */
export const startWizard = (kind: TerminalKind, args: readonly string[] = []): Promise<Terminal> =>
  openTerminal(["generate", ...ON_A_DAY, ...args], kind);

const STATE = join("home", ".local", "state", "cycling-plan", "wizard");
export const sessionFolder = (cwd: string): string => join(cwd, STATE);

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );

/** What unfinished wizards left on disk. */
export async function sessionsOf(
  cwd: string,
): Promise<{ request: Record<string, Record<string, unknown>>; asked: string[] }[]> {
  const names = (await namesIn(sessionFolder(cwd))).filter((name) => name.endsWith(".session.json"));
  return Promise.all(
    names.map(async (name) => JSON.parse(await readFile(join(sessionFolder(cwd), name), "utf8")) as never),
  );
}

/** The one plan that was written. */
export async function planIn(cwd: string): Promise<PlanFile> {
  const folder = join(cwd, "plans");
  const [name, ...more] = (await namesIn(folder)).filter((one) => one.endsWith("_plan.json"));
  if (name === undefined || more.length > 0) throw new Error(`expected one plan, found ${more.length + 1}`);
  return JSON.parse(await readFile(join(folder, name), "utf8")) as PlanFile;
}

/** The saved athlete's file. */
export const athleteText = (cwd: string): Promise<string> =>
  readFile(join(cwd, "home", ".config", "cycling-plan", "athlete.json"), "utf8").catch(() => "");
