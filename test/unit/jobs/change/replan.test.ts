import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import type { FixedRide } from "../../../../src/athlete/terms.ts";
import { newEdit, type ChangeStart, type Edit } from "../../../../src/jobs/change/edit.ts";
import { dayState, isSame, type LivingPlan } from "../../../../src/jobs/change/living.ts";
import { termWays } from "../../../../src/jobs/change/replan.ts";
import { withTerm } from "../../../../src/jobs/change/request-terms.ts";
import type { Way } from "../../../../src/jobs/change/way.ts";
import { compilePlan } from "../../../../src/jobs/compile/compile.ts";
import type { Intent, Step, TermChange } from "../../../../src/plan/change-schema.ts";
import type { PlanTask } from "../../../../src/plan/task.ts";
import { aTask } from "../../../support/a-task.ts";
import { shipped } from "../../library/shipped.ts";
import { startOn } from "./a-living-plan.ts";
import { notedIn } from "./a-small-plan.ts";

/** Four weeks from Monday 7 December 2026, so that planning them again is quick. */
const task = aTask({
  planId: "short",
  request: {
    goal: "Improve FTP",
    weeks: 4,
    tests: false,
    acceptRamp: false,
    profile: {
      ftp: 250,
      goals: [],
      experience_level: "intermediate",
      weekly_hours_available: 5,
      strength_per_week: 0,
      training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
    },
  },
});
const planned = (of: PlanTask): LivingPlan => {
  const { plan: file, overview } = compilePlan(of, shipped);
  return { file, overview };
};
const made = planned(task);
const DATES = made.file.training_plan.weekly_plan.flatMap(({ workouts }) => workouts.map(({ date }) => date));
const TUESDAY: CalendarDate = "2026-12-15";
const WEDNESDAY: CalendarDate = "2026-12-16";
const THURSDAY: CalendarDate = "2026-12-17";

const editOn = (start: Partial<ChangeStart> = {}): Edit =>
  newEdit(startOn({ plan: made, today: TUESDAY, task, ...start }));
const term = (change: TermChange): Extract<Intent, { kind: "term" }> => ({ kind: "term", words: "the words", change });
const ways = (change: TermChange, start: Partial<ChangeStart> = {}): Way[] => termWays(editOn(start), term(change));
const only = (change: TermChange, start: Partial<ChangeStart> = {}): Way => {
  const [one, ...others] = ways(change, start);
  if (one === undefined || others.length > 0) throw new Error("expected one way");
  return one;
};
/** Days of the two plans that differ, from a day on. */
const differing = (change: TermChange, from: CalendarDate): CalendarDate[] => {
  const fresh = planned({ ...task, request: withTerm(task.request, change) });
  return DATES.filter(
    (date) => date >= from && !isSame(dayState(made, date)?.workouts, dayState(fresh, date)?.workouts),
  );
};

const club: FixedRide = { day: "Wednesday", minutes: 60, effort: "easy", name: "Club" };
const ADD_CLUB: TermChange = { term: "add_ride", rides: [club] };
const OTHER_DAYS: TermChange = { term: "days", days: ["Monday", "Wednesday", "Saturday", "Sunday"] };
const SAME: TermChange = { term: "set", fields: { avoid: [] } };

describe("a term that changes", () => {
  it("changes the days ahead in which the plan with it differs from the plan without, and no other", () => {
    const { edit, costs, name } = only(ADD_CLUB);
    const dates = differing(ADD_CLUB, TUESDAY);
    const fresh = planned({ ...task, request: withTerm(task.request, ADD_CLUB) });
    expect(dates).toContain(WEDNESDAY);
    expect([...edit.days.keys()].sort()).toEqual(dates);
    for (const date of dates) expect(edit.days.get(date)).toEqual(dayState(fresh, date));
    expect(notedIn(edit)).toEqual(dates.map((date) => `${date.slice(5)} changed`));
    expect(costs).toBe(`Changes ${dates.length} days ahead.`);
    expect(name).toBe("as asked");
    expect(differing(ADD_CLUB, "2026-12-07").length).toBeGreaterThan(dates.length);
  });

  it("leaves what is done or kept as it is", () => {
    const { training_plan: whole } = made.file;
    const kept = { ...whole, plan_metadata: { ...whole.plan_metadata, kept_days: [WEDNESDAY] } };
    const { edit } = only(ADD_CLUB, {
      plan: { ...made, file: { ...made.file, training_plan: kept } },
      done: new Set<CalendarDate>(["2026-12-23"]),
    });
    const dates = differing(ADD_CLUB, TUESDAY).filter((date) => date !== WEDNESDAY && date !== "2026-12-23");
    expect([...edit.days.keys()].sort()).toEqual(dates);
  });

  it("is in the profile from then on, and nothing else of it", () => {
    const { profile, metadata } = only(ADD_CLUB).edit;
    expect(profile).toEqual({ fixed_rides: [club] });
    expect(Object.keys(metadata)).toEqual(["lived"]);
    const days = only(OTHER_DAYS).edit.profile;
    expect(days).toEqual({ training_availability: { week_days: ["Monday", "Wednesday", "Saturday", "Sunday"] } });
  });

  it("that changes no day is in the profile all the same", () => {
    const { edit, costs } = only(SAME);
    expect([[...edit.days.keys()], costs]).toEqual([[], "Changes no day ahead: the words."]);
  });

  it("puts an event where the plan names its events", () => {
    const events = [{ date: "2027-02-06" as const, type: "road_race" as const, priority: "B" as const }];
    const [one] = termWays(newEdit(startOn()), term({ term: "add_event", events }));
    expect(one?.edit.metadata.events?.map(({ date }) => date)).toEqual(["2027-02-06", "2027-02-28"]);
    expect(one?.edit.days.get("2027-02-06")?.workouts.map(({ role }) => role)).toEqual(["event"]);
  });

  it("cannot change where nobody knows what the plan was made from", () => {
    const act = (): unknown => ways(ADD_CLUB, { task: undefined });
    expect(act).toThrow("What this plan was made from does not lie beside it, so its terms cannot change.");
    expect(act).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }) as Error);
  });
});

describe("a ride of the rider's own on today's weekday", () => {
  const rides = (...added: FixedRide[]): TermChange => ({ term: "add_ride", rides: added });
  it.each<readonly [string, FixedRide, readonly string[]]>([
    ["begins today, or with the next", club, ["as asked", "it begins on Wed 23 Dec"]],
    ["which is said to begin today", { ...club, from: WEDNESDAY }, ["as asked", "it begins on Wed 23 Dec"]],
    ["which began before", { ...club, from: TUESDAY }, ["as asked", "it begins on Wed 23 Dec"]],
    ["which is said to begin later", { ...club, from: THURSDAY }, ["as asked"]],
    ["on another weekday", { ...club, day: "Friday" }, ["as asked"]],
  ])("%s", (_name, ride, names) => {
    expect(ways(rides(ride), { today: WEDNESDAY }).map(({ name }) => name)).toEqual(names);
  });

  it("leaves today as it is where it begins with the next, and says so", () => {
    const friday: FixedRide = { ...club, day: "Friday" };
    const [now, later] = ways(rides(club, friday), { today: WEDNESDAY });
    expect([now?.edit.days.has(WEDNESDAY), later?.edit.days.has(WEDNESDAY)]).toEqual([true, false]);
    expect(later?.edit.days.has("2026-12-18")).toBe(true);
    expect(later?.costs).toMatch(/^Changes \d+ days ahead\. It begins on Wed 23 Dec\.$/);
    expect(later?.intent).toEqual(term(rides({ ...club, from: "2026-12-23" }, friday)));
    expect(now?.intent).toBeUndefined();
  });

  it("is asked of new rides alone", () => {
    expect(ways(OTHER_DAYS, { today: WEDNESDAY })).toHaveLength(1);
  });
});

describe("days that the rider changed since", () => {
  const DROP: Intent = { kind: "drop", date: THURSDAY };
  const stepOf = (date: CalendarDate, ...intents: Intent[]): Step => {
    const state = dayState(made, date) ?? { workouts: [] };
    return {
      ...{ step: 1, day: TUESDAY, at: "", words: "", costs: "", before: "", after: "", program: "" },
      intents,
      effect: { days: [{ date, before: state, after: state }], weeks: [], fields: [] },
    };
  };
  /** Whether a day is planned anew by a term after a step that touched it. */
  const isAnew = (change: TermChange, date: CalendarDate, ...steps: Step[]): boolean =>
    only(change, { steps }).edit.days.has(date);
  const NO_THURSDAY: TermChange = { term: "days", days: ["Tuesday", "Wednesday", "Saturday", "Sunday"] };
  const RACE: TermChange = { term: "add_ride", rides: [{ ...club, day: "Thursday" }] };

  it.each<readonly [string, TermChange, readonly Step[], boolean]>([
    ["are planned anew where nobody said anything of them", ADD_CLUB, [], true],
    ["stay as they were said", ADD_CLUB, [stepOf(THURSDAY, DROP)], false],
    [
      "stay, whatever else was said in the same breath",
      ADD_CLUB,
      [stepOf(THURSDAY, { kind: "ftp", watts: 260 }, DROP)],
      false,
    ],
    ["are planned anew where another day was said", ADD_CLUB, [stepOf(WEDNESDAY, DROP)], true],
    ["are planned anew where a term changed them", ADD_CLUB, [stepOf(THURSDAY, term(SAME))], true],
    ["are planned anew where a number changed", ADD_CLUB, [stepOf(THURSDAY, { kind: "ftp", watts: 260 })], true],
    [
      "are planned anew where it was taken back",
      ADD_CLUB,
      [stepOf(THURSDAY, DROP), { ...stepOf(THURSDAY, { kind: "undo", step: 1 }), step: 2 }],
      true,
    ],
    ["are no days for training any more", NO_THURSDAY, [stepOf(THURSDAY, DROP)], true],
    ["take a ride of the rider's own", RACE, [stepOf(THURSDAY, DROP)], true],
  ])("%s", (_name, change, steps, anew) => {
    expect(isAnew(change, THURSDAY, ...steps)).toBe(anew);
  });
});
