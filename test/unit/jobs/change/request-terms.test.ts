import { describe, expect, it } from "vitest";
import { requestNow, withTerm } from "../../../../src/jobs/change/request-terms.ts";
import { standing } from "../../../../src/plan/standing-steps.ts";
import { intentOf, type SaidOfDays } from "../../../../src/jobs/change/said-intent.ts";
import type { EventRequest, PlanRequest } from "../../../../src/athlete/request.ts";
import type { FixedRide } from "../../../../src/athlete/terms.ts";
import type { Intent, Step, TermChange } from "../../../../src/plan/change-schema.ts";
import { made, task, TODAY } from "./a-living-plan.ts";

const { request } = task;
const club: FixedRide = { day: "Wednesday", minutes: 60, effort: "hard" };
const tour: FixedRide = { date: "2027-01-30", minutes: 120, effort: "easy" };
const race: EventRequest = { date: "2027-02-06", type: "road_race", priority: "B" };
const early: EventRequest = { date: "2027-01-23", type: "criterium", priority: "C" };
const withRides: PlanRequest = { ...request, profile: { ...request.profile, fixed_rides: [club, tour] } };
const withEvents: PlanRequest = { ...request, events: [race] };
const { event: _, ...withoutEvent } = request;

describe("the request after one of its terms was changed", () => {
  it.each<readonly [string, PlanRequest, TermChange, object]>([
    ["an event more, in order of time", withEvents, { term: "add_event", events: [early] }, { events: [early, race] }],
    ["the first event beside the main one", request, { term: "add_event", events: [race] }, { events: [race] }],
    [
      "an event less",
      { ...request, events: [early, race] },
      { term: "drop_event", date: early.date },
      { events: [race] },
    ],
    ["a ride more", withRides, { term: "add_ride", rides: [tour] }, { profile: { fixed_rides: [club, tour, tour] } }],
    [
      "kinds left out beside others",
      { ...request, profile: { ...request.profile, avoid: ["sprints"] } },
      { term: "add_avoid", kinds: ["torque", "sprints"] },
      { profile: { avoid: ["sprints", "torque"] } },
    ],
    ["the first ride", request, { term: "add_ride", rides: [club] }, { profile: { fixed_rides: [club] } }],
    [
      "a ride of a weekday less",
      withRides,
      { term: "drop_ride", day: "Wednesday" },
      { profile: { fixed_rides: [tour] } },
    ],
    [
      "a ride of a date less",
      withRides,
      { term: "drop_ride", day: "2027-01-30" },
      { profile: { fixed_rides: [club] } },
    ],
    [
      "other days",
      request,
      { term: "days", days: ["Tuesday", "Sunday"] },
      { profile: { training_availability: { week_days: ["Tuesday", "Sunday"] } } },
    ],
    ["a field", request, { term: "set", fields: { avoid: ["sprints"] } }, { profile: { avoid: ["sprints"] } }],
  ])("%s", (_name, before, change, holds) => {
    const after = withTerm(before, change);
    expect(after).toMatchObject(holds);
    expect(after.goal).toBe(request.goal);
    expect(after.profile.ftp).toBe(250);
  });

  it.each<readonly [string, PlanRequest, TermChange, string]>([
    [
      "the event that it leads to",
      withEvents,
      { term: "drop_event", date: "2027-02-28" },
      "That is the event the plan leads to.",
    ],
    [
      "an event that nobody named",
      withEvents,
      { term: "drop_event", date: "2027-02-07" },
      "There is no event on 2027-02-07 in what you asked for.",
    ],
    [
      "an event on one",
      withEvents,
      { term: "add_event", events: [{ ...early, date: race.date }] },
      "2027-02-06 has an event already.",
    ],
    [
      "an event on the main one",
      request,
      { term: "add_event", events: [{ ...early, date: "2027-02-28" }] },
      "2027-02-28 has an event already.",
    ],
    [
      "an event of a plan without",
      withoutEvent,
      { term: "add_event", events: [race] },
      "This plan leads to no event, so its weeks cannot turn towards one half way.",
    ],
    [
      "a ride that nobody named",
      withRides,
      { term: "drop_ride", day: "Friday" },
      "There is no ride of your own on Friday in what you asked for.",
    ],
    [
      "a ride where there is none",
      request,
      { term: "drop_ride", day: "Friday" },
      "There is no ride of your own on Friday in what you asked for.",
    ],
  ])("is refused: %s", (_name, before, change, says) => {
    expect(() => withTerm(before, change)).toThrow(says);
  });
});

const step = (number: number, ...intents: Intent[]): Step => ({
  ...{ step: number, day: TODAY, at: "", words: "", costs: "", before: "", after: "", program: "" },
  intents,
  effect: { days: [], weeks: [], fields: [] },
});
const addRide: Intent = { kind: "term", words: "", change: { term: "add_ride", rides: [club] } };
const addTour: Intent = { kind: "term", words: "", change: { term: "add_ride", rides: [tour] } };

it("counts the steps that were not taken back, nor taken back by one that was", () => {
  const undo = (number: number): Intent => ({ kind: "undo", step: number });
  const numbers = (...steps: Step[]): number[] => standing(steps).map((one) => one.step);
  expect(numbers(step(1, addRide), step(2, addTour))).toEqual([1, 2]);
  expect(numbers(step(1, addRide), step(2, undo(1)))).toEqual([2]);
  expect(numbers(step(1, addRide), step(2, undo(1)), step(3, undo(2)))).toEqual([1, 3]);
  expect(numbers(step(1, addRide), step(2, addTour), step(3, undo(2)))).toEqual([1, 3]);
});

it("asks now for what was said since, days off among it, in the order in which it was said", () => {
  const off: Intent = { kind: "off", from: "2027-01-16", to: "2027-01-19" };
  const more: Intent = { kind: "off", from: "2027-02-01", to: "2027-02-01" };
  const now = requestNow(request, [step(1, addRide, off), step(2, { kind: "drop", date: TODAY }), step(3, more)]);
  expect(now.profile.fixed_rides).toEqual([club]);
  expect(now.profile.unavailable).toEqual([
    { from: "2027-01-16", to: "2027-01-19" },
    { from: "2027-02-01", to: "2027-02-01" },
  ]);
  expect(requestNow(request, [step(1, addRide), step(2, { kind: "undo", step: 1 })])).toBe(request);
});

describe("what the words say, as the plan keeps it", () => {
  const days = { from: "2027-01-14", to: "2027-01-16" } as const;
  it.each<readonly [SaidOfDays, Intent]>([
    [
      { kind: "sick", ...days },
      { kind: "sick", ...days, above_neck: true },
    ],
    [
      { kind: "off", ...days },
      { kind: "off", ...days },
    ],
    [
      { kind: "easier", ...days },
      { kind: "easier", ...days },
    ],
    [
      { kind: "harder", ...days },
      { kind: "harder", ...days },
    ],
    [
      { kind: "hours", hours: 6, from: TODAY },
      { kind: "hours", hours: 6, from: TODAY },
    ],
    [
      { kind: "hours", hours: 6, ...days },
      { kind: "hours", hours: 6, ...days },
    ],
    [
      { kind: "drop", date: TODAY },
      { kind: "drop", date: TODAY },
    ],
    [
      { kind: "keep", date: TODAY },
      { kind: "keep", date: TODAY },
    ],
    [
      { kind: "free", date: TODAY },
      { kind: "free", date: TODAY },
    ],
    [
      { kind: "shorten", date: TODAY, minutes: 40 },
      { kind: "shorten", date: TODAY, minutes: 40 },
    ],
    // Thursday's ride has 50 minutes.
    [
      { kind: "shorten_by", date: TODAY, minutes: 10 },
      { kind: "shorten", date: TODAY, minutes: 40 },
    ],
    [
      { kind: "shorten_by", date: TODAY, minutes: 49 },
      { kind: "shorten", date: TODAY, minutes: 1 },
    ],
    [
      { kind: "shorten_by", date: "2027-01-15", minutes: 10 },
      { kind: "shorten", date: "2027-01-15", minutes: 1 },
    ],
    [
      { kind: "ftp", watts: 260 },
      { kind: "ftp", watts: 260 },
    ],
    [
      { kind: "move", ...days },
      { kind: "move", ...days },
    ],
  ])("%o", (said, intent) => {
    expect(intentOf(made, said, true)).toStrictEqual(intent);
  });

  it("refuses a ride that would be no time at all", () => {
    expect(() => intentOf(made, { kind: "shorten_by", date: TODAY, minutes: 50 }, false)).toThrow(
      "Thu 14 Jan has 50 min: 50 min less leaves no ride.",
    );
  });
});
