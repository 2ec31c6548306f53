import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { compilePlan } from "../../../src/jobs/compile/compile.ts";
import { standingOf } from "../../../src/jobs/plans/day-in-plan.ts";
import { whyOneDay, whyPlan, whyWeek } from "../../../src/jobs/plans/why.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import { planPage } from "../../../src/report/plan-page.ts";
import { planSummary } from "../../../src/report/summary.ts";
import { nextText } from "../../../src/report/today.ts";
import { dayPage, weekPage } from "../../../src/report/week.ts";
import { whyPage, type Why } from "../../../src/report/why.ts";
import { plainPage } from "../../support/a-page.ts";
import { RULES } from "../../../src/rules/catalogue.ts";
import { aTask } from "../../support/a-task.ts";
import { shipped } from "../library/shipped.ts";

const TODAY = "2027-01-31";
const BASE = { hours: "7", days: "tue,thu,sat,sun", experience: "intermediate", ftp: "240" };
const PLANS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "a beginner's century": {
    goal: "Complete my first century",
    eventDate: "2027-05-02",
    eventType: "century",
    ftp: "180",
    hours: "4-6",
    days: "tue,thu,sat,sun",
    experience: "beginner",
    age: "38",
  },
  "a stage race": {
    ...BASE,
    eventDate: "2027-05-14",
    eventType: "multi_day",
    eventDays: "3",
    hours: "10-12",
    days: "tue,wed,thu,sat,sun",
    experience: "advanced",
    strength: "2",
  },
  "a gran fondo at 60": { ...BASE, eventDate: "2027-06-06", eventType: "gran_fondo", age: "60", strength: "2" },
  "a criterium": { ...BASE, eventDate: "2027-04-25", eventType: "criterium" },
  "no event": { ...BASE, goal: "raise my FTP", weeks: "8", off: "2027-02-20..2027-03-04" },
};

function planOf(flags: Readonly<Record<string, string>>): PlanFile {
  const parsed = parseRequest({ flags }, TODAY);
  return compilePlan(aTask({ ...parsed, today: TODAY, planId: "said-once", seed: "1" }), shipped).plan;
}

/** Fewer words are a label or a cell of a table. */
const LEAST_WORDS = 4;

/** Lines that go on where the one before was full are one line again: rows of a table and titles stand by themselves. */
function joined(lines: readonly string[]): string {
  let text = "";
  let before = "";
  for (const line of lines.flatMap((one) => one.split("\n"))) {
    const [word = ""] = line.split(" ");
    const goesOn = before !== "" && word !== "" && before.length + 1 + word.length > plainPage.width;
    text += `${goesOn ? " " : "\n"}${line}`;
    before = line;
  }
  return text;
}

/** The sentences and points of a screen, its health note left out. */
function sentencesOf(lines: readonly string[]): string[] {
  const text = joined(lines).replace(/\nHealth: [\s\S]*?(?=\n\n|$)/, "");
  return text
    .split(/\n\s*\n|\n\s*[•!]\s|\n(?=\S)/)
    .flatMap((block) => block.replace(/\s+/g, " ").split(/(?<=[.!?:;])\s/))
    .map((one) =>
      one
        .replace(/^\s*[•!]\s/, "")
        .replace(/\s*\[[\w.-]+\]\s*$/, "")
        .replace(/[\s.!?:;]+$/, "")
        .toLowerCase()
        .trim(),
    )
    .filter((one) => one.split(" ").length >= LEAST_WORDS);
}

function repeated(lines: readonly string[]): string[] {
  const seen = new Set<string>();
  return sentencesOf(lines).filter((one) => seen.has(one) || !seen.add(one));
}

/** `why` of a plan, its weeks and its days. */
function whyScreens(plan: PlanFile): [string, readonly string[]][] {
  const weeks = plan.training_plan.weekly_plan;
  const asked: [string, Why | undefined][] = [
    ["why", whyPlan(plan)],
    ...weeks.map(({ week_number: number }): [string, Why | undefined] => [
      `why --week ${number}`,
      whyWeek(plan, number),
    ]),
    ...weeks.flatMap(({ workouts }) =>
      workouts.map(({ date }): [string, Why | undefined] => [`why --day ${date}`, whyOneDay(plan, date)]),
    ),
  ];
  const titles = new Map(RULES.map(({ id, title }) => [id, title]));
  return asked.flatMap(([what, why]): [string, readonly string[]][] =>
    why === undefined
      ? [[what, []]]
      : [
          [what, whyPage(why, plainPage)],
          [`${what} --full`, whyPage(why, plainPage, titles)],
        ],
  );
}

describe("a screen says nothing twice", () => {
  it("finds a sentence that stands twice, also where it wraps", () => {
    const lines = [
      "Eat and drink from the first hour. Ride the easy days easy, so that you can ride",
      "the hard days hard.",
      "",
      "  • ride the easy days easy, so that you can ride the hard",
      "    days hard [id]",
    ];
    expect(repeated(lines)).toEqual(["ride the easy days easy, so that you can ride the hard days hard"]);
    expect(repeated([...lines.slice(0, 2), "", "Eat and drink during the first hour."])).toEqual([]);
  });

  it("rules are told by their names only where all is", () => {
    const plan = planOf(PLANS["a criterium"] ?? BASE);
    const names = /\[[a-z][a-z, -]*\]/;
    for (const [what, lines] of whyScreens(plan)) {
      if (what.endsWith("--full")) continue;
      expect([what, lines.filter((line) => names.test(line))]).toEqual([what, []]);
    }
    const full = whyScreens(plan).filter(([what]) => what.endsWith("--full"));
    expect(full[0]?.[1].some((line) => names.test(line))).toBe(true);
  });

  const plans = new Map(Object.entries(PLANS).map(([name, flags]) => [name, planOf(flags)]));

  it.each([...plans.keys()])("%s: season, weeks, days, today and why", (name) => {
    const plan = plans.get(name);
    if (plan === undefined) throw new Error(name);
    const { weekly_plan: weeks } = plan.training_plan;
    const screens: [string, readonly string[]][] = [
      ["generate", planSummary(plan, plainPage)],
      ["show", planPage(plan, plainPage)],
      ...weeks.map(({ week_number: number }): [string, readonly string[]] => [
        `show --week ${number}`,
        weekPage(plan, number, plainPage) ?? [],
      ]),
      ...weeks.flatMap((week) =>
        [...new Set(week.workouts.map(({ date }) => date))].map((date): [string, readonly string[]] => {
          const standing = standingOf(plan, date);
          const next = standing.kind === "after" ? undefined : standing.next;
          const after = next === undefined ? [] : ["", nextText(plan, next, date)];
          return [`show --day ${date}`, [...(dayPage(plan, date, plainPage) ?? []), ...after]];
        }),
      ),
    ];
    expect(
      [...screens, ...whyScreens(plan)].flatMap(([what, lines]) => repeated(lines).map((one) => `${what}: ${one}`)),
    ).toEqual([]);
  });
});
