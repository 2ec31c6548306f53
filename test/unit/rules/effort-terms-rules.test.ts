import { describe, expect, it } from "vitest";
import { EFFORT_TERM_RULES } from "../../../src/rules/effort-terms-rules.ts";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { aPlan, steady } from "../../support/a-plan.ts";
import { aRide, aRider, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(EFFORT_TERM_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);
const ride = (segments: readonly SegmentJson[], flags = {}, workout = {}) =>
  aRide(60, { ...flags, workout: { name: "Session", segments: [...segments], ...workout } });

describe("the longest single effort", () => {
  /** Five minutes at most, through week 2; day 8 is Tuesday of it, 2026-12-15. */
  const limit = { max_minutes: 5, through_week: 2 };
  const plan = (more: object = {}) => aPlan({ profile: { effort_length: { ...limit, ...more } } }).training_plan;
  const effort = (minutes: number, flags = {}) => ({ rides: [ride([steady(20, 60), steady(minutes, 95)], flags)] });
  const LONG = ['"Session": an effort of 5.1 min, 5 at most'];
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["five minutes", { plan: plan(), days: { 8: effort(5) } }, []],
    ["more", { plan: plan(), days: { 8: effort(5.1) } }, LONG],
    ["more, with nothing wanted", { days: { 8: effort(5.1) } }, []],
    ["more, on the last day of its weeks", { plan: plan(), days: { 13: effort(5.1) } }, LONG],
    ["more, a week later", { plan: plan(), days: { 14: effort(5.1) } }, []],
    ["more, on the last day that was named", { plan: plan({ until: "2026-12-15" }), days: { 8: effort(5.1) } }, LONG],
    ["more, the day after it", { plan: plan({ until: "2026-12-14" }), days: { 8: effort(5.1) } }, []],
    ["more, that day past the weeks", { plan: plan({ until: "2026-12-31" }), days: { 14: effort(5.1) } }, []],
    ["a test", { plan: plan(), days: { 8: effort(1, { isTest: true }) } }, ['"Session": a test, 5 at most']],
    ["the event", { plan: plan(), days: { 8: effort(60, { isEvent: true }) } }, []],
    ["a ride that happens anyway", { plan: plan(), days: { 8: effort(60, { isFixed: true }) } }, []],
  ])("%s", (_name, change, messages) => {
    expect(said("effort-length", change)).toEqual(messages);
  });

  it("is told with its day and minutes", () => {
    expect(found("effort-length", { plan: plan(), days: { 8: effort(7.25) } })).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { minutes: 7.3, limit: 5 } },
    ]);
  });
});

describe("kinds of work that the rider avoids", () => {
  const sprint = steady(0.25, 160);
  const stand = { ...steady(10, 70), description: "Stand up on the climb" };
  const on = (...rides: ReturnType<typeof aRide>[]): ViewChange => ({
    rider: aRider({ avoids: ["sprints", "standing", "low_cadence"] }),
    days: { 8: { rides } },
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["none", on(ride([steady(60, 65)])), []],
    ["one of them", on(ride([sprint])), ['"Session" holds sprints']],
    ["another than those", { ...on(ride([sprint])), rider: aRider({ avoids: ["vo2max"] }) }, []],
    ["nothing avoided", { ...on(ride([sprint])), rider: aRider() }, []],
    ["two of them", on(ride([sprint, stand])), ['"Session" holds sprints and standing']],
    ["one that a part tells", on(ride([steady(50, 65), stand])), ['"Session" holds standing']],
    [
      "one that the session tells",
      on(ride([steady(60, 65)], {}, { description: "Get out of the saddle" })),
      ['"Session" holds standing'],
    ],
    [
      "one by the name of its ladder",
      on(ride([steady(60, 65)], {}, { family: "torque" })),
      ['"Session" holds low cadence'],
    ],
    ["the event", on(ride([sprint], { isEvent: true })), []],
    ["a ride that happens anyway", on(ride([sprint], { isFixed: true })), []],
  ])("%s", (_name, change, messages) => {
    expect(said("avoided-work", change)).toEqual(messages);
  });

  it("are told with their day and number", () => {
    expect(found("avoided-work", on(ride([sprint, stand])))).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { kinds: 2 } },
    ]);
  });
});
