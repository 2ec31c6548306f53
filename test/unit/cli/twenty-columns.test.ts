import { expect, it } from "vitest";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import { run } from "../../../src/cli/run.ts";
import { besideLines } from "../../../src/report/beside.ts";
import { changeLines, type ChangeSight } from "../../../src/report/change.ts";
import { changesLines } from "../../../src/report/changes-list.ts";
import { libraryListLines } from "../../../src/report/library-list.ts";
import { shipped } from "../library/shipped.ts";
import { plainPage } from "../../support/a-page.ts";
import { aSystem } from "./a-system.ts";

/** Columns of the narrowest terminal that is written for. */
const width = 20;

/** Lines that reach beyond the screen; a command to be pasted stays whole. */
const beyond = (lines: readonly string[]): string[] =>
  lines.filter((line) => line.length > width && !/^ {2}(?:\$ .*)?cycling-plan |^ {6}--/.test(line));

it.each([["change"], ["generate"], ["generate", "--help", "all"], ["lint"], ["library"], ["library", "import"], ["batch"]])(
  "the help of %s %s fits a terminal of twenty columns",
  async (...args) => {
    const system = aSystem({ argv: [...args, ...(args.includes("--help") ? [] : ["--help"])], width });
    expect(await run(system, COMMANDS)).toBe(0);
    const lines = system.printed().out.split("\n");
    expect(lines.length).toBeGreaterThan(10);
    expect(beyond(lines)).toEqual([]);
  },
); // prettier-ignore

it("the list of the library fits a terminal of twenty columns, with every id in one piece where there is room", () => {
  const { workouts } = shipped;
  const listed = workouts.map(({ id, family, type, level }) => ({
    id,
    family,
    type,
    level,
    shortest_min: 40,
    longest_min: 380,
  }));
  expect(beyond(libraryListLines(listed, width))).toEqual([]);
  for (const columns of [60, 80]) {
    const lines = libraryListLines(listed, columns);
    expect(lines.filter((line) => line.length > columns)).toEqual([]);
    const words = lines.join(" ").split(/ +/);
    expect(workouts.filter(({ id }) => !words.includes(id))).toEqual([]);
  }
  expect(libraryListLines(listed.slice(0, 1), 80)[1]).toMatch(/ {2}level {2}1 {2}40 min to 6 h 20$/);
});

const SIGHT: ChangeSight = {
  planId: "mine",
  read: "drop Thu 10 Dec",
  costs: "Week 1 loses 90 minutes and the plan keeps its blocks.",
  weeks: [
    { number: 1, from: "2026-12-07", to: "2026-12-13", rows: [{ mark: "~", date: "2026-12-10", text: "rest", was: "tempo 1 h 30" }] },
    { number: 4, from: "2026-12-28", to: "2027-01-03", rows: [{ mark: "=", date: "2026-12-29", text: "endurance 1 h 30" }] },
  ],
  further: 0,
  figures: [{ label: "Hours in week 1", now: "7 h 25", then: "5 h 55" }],
  unchanged: { from: "2026-12-12", rides: 44 },
  limit: "ramp 4.9 of 5 a week",
  why: [{ date: "2026-12-10", text: "the rider dropped it" }],
  others: [],
}; // prettier-ignore

it("a change and the list of changes fit it too", () => {
  const page = { ...plainPage, width };
  expect(beyond(changeLines(SIGHT, page))).toEqual([]);
  expect(beyond(changeLines({ ...SIGHT, further: 12 }, page))).toEqual([]);
  expect(changeLines(SIGHT, page)).toContain("  7 h 25 now, 5 h 55");
  const row = { step: 1, day: "2026-12-08", words: "drop 10 Dec", did: "1 ride goes" } as const;
  const list = { planId: "mine", rows: [row], made: { day: "2026-12-01", words: "12 weeks" }, isEdited: true, named: "mine" } as const; // prettier-ignore
  expect(beyond(changesLines(list, page))).toEqual([]);
});

it("so do two plans side by side", () => {
  const rows = [{ label: "A load week", values: ["7 h 30 to 8 h", "6 h to 8 h"] }];
  const sight = { plans: ["mine@0", "mine@1"], rows, loads: [[368, 384, 401], [267, 384, 401]], parts: "They part in week 1." }; // prettier-ignore
  const lines = besideLines(sight, { ...plainPage, width });
  expect(lines.join(" ")).toContain("7 h 30 to 8 h");
  expect(beyond(lines)).toEqual([]);
});
