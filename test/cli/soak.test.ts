import { readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { draws } from "../support/draws.ts";
import { garminCsv } from "../support/exports.ts";
import { growthOf, heapInUse, markLine, openHandles, secondsOfWork, takenBy, type Mark } from "../support/growth.ts";
import { aPlace, BIN, cleanEnv, flat, runCli, runProcess, type Ran } from "./run-cli.ts";

/** So many commands in one directory: `npm run sweep -- --tests soak` makes all of them. */
const COMMANDS = draws({ few: 25, many: 10_000 });
const PLANS = ["anna", "ben", "cleo"] as const;
const START: CalendarDate = "2026-12-07";
const WEEKS = 6;
const EVERY = {
  process: draws({ few: 25, many: 50 }),
  lint: draws({ few: 25, many: 100 }),
  mark: draws({ few: 12, many: 1000 }),
};
/** Runs of a command that is measured. */
const RUNS = draws({ few: 1, many: 3 });
/** What the directory may hold at most: the files of four plans and their exports in every format, and lists that grow by a line a change. */
const MOST = { files: 1000, bytes: 30_000_000 };
/** The same each time, and a plan for them that no other command touches. */
const STILL = "still";
const MEASURED: Readonly<Record<string, readonly string[]>> = {
  today: ["today", STILL, "--today", START],
  plans: ["plans", "--today", START],
  change: ["change", "missed", START, "--plan", STILL, "--dry-run", "--today", START],
  activities: ["activities", "rides.csv", "--today", "2026-12-01", "--timezone", "UTC"],
};

type Plan = (typeof PLANS)[number];
interface Asked {
  readonly args: readonly string[];
  /** The plan whose files may change; none where the command only looks. */
  readonly writes?: Plan;
  /** Input that nobody can mean. */
  readonly isWrong?: boolean;
}

const pick = <T>(of: readonly T[], at: Chance): T => of[at.below(of.length)] ?? (of[0] as T);
const generated = (plan: Plan, at: Chance): readonly string[] => [
  ...["generate", "--ftp", String(200 + at.at("ftp").below(100)), "--hours", String(5 + at.at("hours").below(5))],
  ...["--days", pick(["tue,thu,sat,sun", "mon,wed,sat", "tue,wed,fri,sun"], at.at("days")), "--experience", "intermediate"],
  ...["--weeks", String(WEEKS), "--plan-id", plan, "--today", "2026-12-01", "--force", "--discard-changes", "--quiet"],
]; // prettier-ignore

const WRONG: readonly (readonly string[])[] = [
  ["show", "nobody"],
  ["change", "wobble", "tue", "--plan", "anna", "--yes"],
  ["change", "missed", "2031-02-30", "--plan", "ben", "--yes"],
  ["export", "anna", "--format", "pdf"],
  ["lint", "no-such-file.json"],
  ["generate", "--ftp", "9000", "--no-input"],
  ["undo", "9999", "--plan", "cleo", "--yes"],
  ["done", "yesterdayish", "--plan", "anna"],
  ["activities", "nowhere.csv"],
  ["today", "--loud"],
];

function drawChange(plan: Plan, day: CalendarDate, at: Chance): Asked {
  const later = addDays(day, 1 + at.at("later").below(6));
  const words = pick(
    [["missed", day], ["off", later], ["drop", later], ["move", later, addDays(later, 1)], ["shorten", later, "to", "45"], ["sick", `${day}..${addDays(day, 2)}`], ["hours", "5", "next", "week"], ["keep", later], ["ftp", "262"]],
    at.at("words"),
  ); // prettier-ignore
  return { args: ["change", ...words, "--plan", plan, "--yes", "--today", day], writes: plan };
}

/** One command of many kinds, drawn. */
function draw(at: Chance): Asked {
  const plan = pick(PLANS, at.at("plan"));
  const day = addDays(START, at.at("day").below(WEEKS * 7));
  const on = ["--today", day];
  const kind = at.at("kind").below(100);
  if (kind < 4) return { args: generated(plan, at), writes: plan };
  if (kind < 26) return drawChange(plan, day, at);
  if (kind < 36) return { args: ["undo", "--plan", plan, "--yes", ...on], writes: plan };
  if (kind < 46) return { args: ["done", day, "--plan", plan, "--minutes", "60", ...on], writes: plan };
  if (kind < 52)
    return {
      args: ["export", plan, ...pick([[], ["--format", "all", "--force"]], at.at("format")), ...on],
      writes: plan,
    };
  if (kind < 60) return { args: pick(WRONG, at.at("wrong")), isWrong: true };
  if (kind < 63)
    return {
      args: pick(
        [
          ["athlete", "set", `ftp=${200 + at.at("ftp").below(90)}`],
          ["plans", "use", plan],
        ],
        at.at("own"),
      ),
    };
  const looks = [["why", plan, "week", "2", ...on], ["diff", "anna", "ben"], ["athlete", "log"], ["today", plan, ...on], ["show", plan, ...on], ["show", plan, "week", "3", ...on], ["lint", plan], ["plans", ...on], ["review", plan, ...on], ["changes", plan], ["status", plan], ["activities", "rides.csv", "--today", "2026-12-01", "--timezone", "UTC"]]; // prettier-ignore
  return { args: pick(looks, at.at("look")) };
}

interface Standing {
  readonly path: string;
  readonly bytes: number;
  readonly changed: number;
}

/** Every file below a folder but the requests that came with it. */
async function filesIn(cwd: string): Promise<Standing[]> {
  const entries = await readdir(cwd, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(cwd.length + 1));
  const standing = paths.map(async (path) => {
    const { size, mtimeMs } = await stat(join(cwd, path));
    return { path, bytes: size, changed: mtimeMs };
  });
  return Promise.all(standing);
}

/** Plans and workouts that are none of this plan's, as they stand. */
const othersOf = (files: readonly Standing[], plan: Plan | undefined): string =>
  files
    .filter(({ path }) => /^(?:plans|workouts)/.test(path))
    .filter(({ path }) => plan === undefined || !new RegExp(`[\\\\/]${plan}(?:_|[\\\\/]|$)`).test(path))
    .map(({ path, bytes, changed }) => `${path} ${bytes} ${changed}`)
    .sort()
    .join("\n");

const bytesOf = (files: readonly Standing[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** How things stand after so many commands. */
async function markAt(commands: number, { cwd, since }: { cwd: string; since: readonly [number, number] }): Promise<Mark> {
  const seconds = (secondsOfWork() - since[1]) / Math.max(1, commands - since[0]);
  const env = cleanEnv(cwd);
  const processes = [];
  for (const [name, args] of Object.entries(MEASURED).slice(0, draws({ few: 1, many: 9 })))
    processes.push(await takenBy({ name, args: [BIN, ...args], cwd, env }, RUNS));
  const files = await filesIn(cwd);
  const [heap, handles] = [heapInUse(), openHandles()];
  return { commands, heap, handles, seconds, files: files.length, bytes: bytesOf(files), processes };
} // prettier-ignore

/** What is wrong after a command; none where all is well. */
function faultsOf({ args, writes, isWrong }: Asked, ran: Ran, [before, after]: readonly (readonly Standing[])[]): string[] {
  const codes = isWrong === true ? [2] : [0, 2, 4];
  const left = (after ?? []).filter(({ path }) => /\.cycling-plan-|\.lock$|\.tmp$/.test(path));
  const said = `${args.join(" ")}: exit ${ran.code ?? "none"} ${flat(ran.err).slice(0, 300)}`;
  return [
    ...(codes.includes(ran.code ?? -1) ? [] : ["that code is none of those that are documented"]),
    ...left.map(({ path }) => `${path} was left over`),
    ...(othersOf(before ?? [], writes) === othersOf(after ?? [], writes) ? [] : ["files of another plan changed"]),
  ].map((fault) => `${fault}: ${said}`);
} // prettier-ignore

it(
  `keeps plans whole, a directory clean and memory flat through ${COMMANDS} commands`,
  { timeout: 14_400_000 },
  async () => {
    const cwd = await aPlace();
    const rides = [0, 2, 5].map((back) => ({ date: `${addDays("2026-11-30", -back)} 17:00:00`, time: "01:30:00" }));
    await writeFile(join(cwd, "rides.csv"), garminCsv(rides));
    const chance = seededChance("soak");
    for (const plan of PLANS) expect((await runCli(generated(plan, chance.at(plan)), { cwd })).code).toBe(0);
    expect((await runCli([...generated("anna", chance.at("anna")), "--plan-id", STILL], { cwd })).code).toBe(0);
    const faults: string[] = [];
    const codes = new Map<number | undefined, number>();
    const marks: Mark[] = [];
    let before = await filesIn(cwd);
    let since: [number, number] = [0, secondsOfWork()];
    for (let i = 1; i <= COMMANDS && faults.length < 10; i++) {
      const asked = draw(chance.at(`command-${i}`));
      // Who makes a plan anew has no use for the files of the old one.
      if (asked.args[0] === "generate" && asked.writes !== undefined)
        await rm(join(cwd, "workouts", asked.writes), { recursive: true, force: true });
      const ran = await (i % EVERY.process === 0 ? runProcess : runCli)([...asked.args], { cwd });
      const after = await filesIn(cwd);
      faults.push(...faultsOf(asked, ran, [before, after]).map((fault) => `command ${i}: ${fault}`));
      codes.set(ran.code, (codes.get(ran.code) ?? 0) + 1);
      before = after;
      if (i % EVERY.lint === 0)
        for (const plan of PLANS) {
          const { code, out } = await runCli(["lint", plan], { cwd });
          if (code !== 0) faults.push(`command ${i}: lint ${plan}: exit ${code ?? "none"} ${flat(out).slice(0, 300)}`);
        }
      if (i % EVERY.mark !== 0) continue;
      const mark = await markAt(i, { cwd, since });
      marks.push(mark);
      console.log(`${markLine(mark)}; ${faults.length} faults`);
      since = [i, secondsOfWork()];
    }
    console.log(
      `${COMMANDS} commands: ${[...codes].map(([code, count]) => `${count} with ${code ?? "none"}`).join(", ")}`,
    );
    expect(faults).toEqual([]);
    expect(before.length).toBeLessThan(MOST.files);
    expect(bytesOf(before)).toBeLessThan(MOST.bytes);
    expect(marks.length).toBeGreaterThan(1);
    expect(growthOf(marks)).toEqual([]);
  },
);
