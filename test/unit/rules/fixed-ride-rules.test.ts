import { describe, expect, it } from "vitest";
import type { OtherSportDay } from "../../../src/plan/schema.ts";
import { ownRidesAlone, ownRidesExcuse } from "../../../src/rules/fixed-ride-excuse.ts";
import { FIXED_RIDE_RULES } from "../../../src/rules/fixed-ride-rules.ts";
import { FREE_DAY, type FixedSession, type GivenDay } from "../../../src/rules/given-day.ts";
import type { Workout } from "../../../src/workout/schema.ts";
import { aPlan, aWeek } from "../../support/a-plan.ts";
import { aRide, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(FIXED_RIDE_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const session = (minutes: number, effort: FixedSession["effort"] = "easy"): FixedSession => ({
  name: "Club",
  minutes,
  effort,
  intensity_pct: 65,
  load: 40,
  isHeld: false,
});
const given = (...rides: readonly FixedSession[]): GivenDay => ({ ...FREE_DAY, rides });
/** A ride of their own on Tuesday of the second week, day 8. */
const own = (minutes: number, workout: Partial<Workout> = { effort: "easy" }) =>
  aRide(minutes, { isFixed: true, workout: { date: "2026-12-15", ...workout } });

describe("rides that happen anyway stand as they were said", () => {
  const MISSING = (words: string) => `the rider's own ride is missing (${words})`;
  const EXTRA = (words: string) => `a ride of the rider's own that they did not name (${words})`;
  const day = (said: readonly FixedSession[], ...rides: ReturnType<typeof aRide>[]): ViewChange => ({
    days: { 8: { given: given(...said), rides } },
  });
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["as said", day([session(60)], own(60)), []],
    ["beside a planned one", day([session(60)], own(60), aRide(30)), []],
    ["missing", day([session(60)], aRide(60)), [MISSING("60 min, easy")]],
    ["shorter", day([session(60)], own(45)), [MISSING("60 min, easy"), EXTRA("45 min, easy")]],
    ["harder", day([session(60)], own(60, { effort: "hard" })), [MISSING("60 min, easy"), EXTRA("60 min, hard")]],
    ["of no effort", day([session(60)], own(60, {})), [MISSING("60 min, easy"), EXTRA("60 min, no effort named")]],
    ["not said", day([], own(60)), [EXTRA("60 min, easy")]],
    ["two alike, of which one stands", day([session(60), session(60)], own(60)), [MISSING("60 min, easy")]],
    ["two of them", day([session(30), session(60, "hard")], own(60, { effort: "hard" }), own(30)), []],
    ["one alike too many", day([session(60)], own(60), own(60)), [EXTRA("60 min, easy")]],
    [
      "moved to another day",
      {
        days: {
          8: { given: given(session(60)) },
          9: { rides: [own(60, { effort: "easy", date: "2026-12-16", original_date: "2026-12-15" })] },
        },
      },
      [],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("fixed-rides", change)).toEqual(messages);
  });

  it("is told of its day", () => {
    expect(found("fixed-rides", { days: { 8: { given: given(session(60)) } } })).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: {} },
    ]);
  });

  it("lets what was let go be missing, on that day alone", () => {
    const lived = (kind: "ill" | "missed", date: "2026-12-15" | "2026-12-16") => ({
      plan: aPlan({ metadata: { lived: [{ date, kind }] } }).training_plan,
      days: { 8: { given: given(session(60)) } },
    });
    expect(said("fixed-rides", lived("ill", "2026-12-15"))).toEqual([]);
    expect(said("fixed-rides", lived("ill", "2026-12-16"))).toEqual([MISSING("60 min, easy")]);
    expect(said("fixed-rides", lived("missed", "2026-12-15"))).toEqual([MISSING("60 min, easy")]);
  });
});

describe("hard days beside something hard that happens anyway (rule 15)", () => {
  const hard = { given: { ...FREE_DAY, isHard: true } };
  const planned = { rides: [aRide(60, { isHard: true })] };
  const WORDS = (where: string, date: string) =>
    `a hard day is planned ${where} something hard that the rider does anyway (${date})`;
  it.each<readonly [string, ViewChange["days"], readonly string[]]>([
    ["two days before and after", { 6: hard, 8: planned, 10: hard }, []],
    ["the day before", { 7: hard, 8: planned }, [WORDS("the day beside", "2026-12-14")]],
    ["the day after", { 8: planned, 9: hard }, [WORDS("the day beside", "2026-12-16")]],
    ["the same day", { 8: { ...planned, ...hard } }, [WORDS("on the day of", "2026-12-15")]],
    ["on the plan's first days", { 0: planned, 1: hard }, [WORDS("the day beside", "2026-12-08")]],
    ["much later than the plan's first day", { 0: planned, 27: hard }, []],
    ["on the plan's last days", { 26: hard, 27: planned }, [WORDS("the day beside", "2027-01-02")]],
    ["an easy day beside it", { 7: hard, 8: { rides: [aRide(60)] } }, []],
    ["their own hard ride beside it", { 7: hard, 8: { rides: [aRide(60, { isHard: true, isFixed: true })] } }, []],
  ])("%s", (_name, days, messages) => {
    expect(said("beside-own-hard", { days: days ?? {} })).toEqual(messages);
  });

  it("are told with the hours between", () => {
    expect(found("beside-own-hard", { days: { 7: hard, 8: planned } })).toMatchObject([
      { week: 2, date: "2026-12-15", numbers: { hours: 24, needed: 48 } },
    ]);
    expect(found("beside-own-hard", { days: { 8: planned, 9: hard } })[0]?.numbers.hours).toBe(24);
    expect(found("beside-own-hard", { days: { 8: { ...planned, ...hard } } })[0]?.numbers.hours).toBe(0);
  });
});

describe("other sport stands in its week as it was said", () => {
  const run = (change: Partial<OtherSportDay> = {}): OtherSportDay => ({
    date: "2026-12-15",
    minutes: 45,
    sport: "run",
    effort: "easy",
    load: 30,
    ...change,
  });
  const week = (saidOf: readonly OtherSportDay[], listed: readonly OtherSportDay[]): ViewChange => ({
    days: { 8: { given: { ...FREE_DAY, sports: saidOf } } },
    weeks: { 2: { week: aWeek(2, { other_sport: [...listed] }) } },
  });
  const words = "2026-12-15: 45 min of run, easy, load 30";
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["as said", week([run()], [run()]), []],
    ["nothing", {}, []],
    ["missing", week([run()], []), [`other sport is missing (${words})`]],
    ["not said", week([], [run()]), [`other sport that was not named (${words})`]],
    [
      "of another load",
      week([run()], [run({ load: 31 })]),
      [
        `other sport is missing (${words})`,
        "other sport that was not named (2026-12-15: 45 min of run, easy, load 31)",
      ],
    ],
    [
      "one of two",
      week([run(), run({ sport: "swim" })], [run({ sport: "swim" })]),
      [`other sport is missing (${words})`],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("other-sport", change)).toEqual(messages);
  });

  it("is told of its week and day", () => {
    expect(found("other-sport", week([run()], []))).toMatchObject([{ week: 2, date: "2026-12-15", numbers: {} }]);
  });
});

describe("why a rule yields to the rider's own rides", () => {
  const daysOf = (days: ViewChange["days"]) => aView({ days: days ?? {} }).days.slice(0, 7);
  const fixed = aRide(40, { isFixed: true });
  it("is what is ridden anyway in these days, where nothing is planned in them", () => {
    expect(ownRidesAlone(daysOf({}))).toEqual({});
    expect(ownRidesAlone(daysOf({ 1: { rides: [fixed] }, 2: { rides: [fixed] } })).excuse).toEqual({
      reason: "the rider's own rides pass it by themselves, and nothing is planned beside them",
      numbers: { own_minutes: 80 },
      isOwnRides: true,
    });
    expect(ownRidesAlone(daysOf({ 1: { rides: [fixed] }, 2: { rides: [aRide(30)] } }))).toEqual({});
    expect(ownRidesAlone(daysOf({ 1: { rides: [fixed, aRide(30)] } }))).toEqual({});
    expect(ownRidesAlone(daysOf({ 1: { rides: [fixed] }, 9: { rides: [aRide(30)] } })).excuse).toBeDefined();
  });

  it("is what is ridden anyway, whatever is planned, where a rule yields to the calendar", () => {
    expect(ownRidesExcuse(daysOf({ 2: { rides: [aRide(30)] } }))).toEqual({});
    const { excuse } = ownRidesExcuse(daysOf({ 1: { rides: [fixed] }, 2: { rides: [aRide(30)] } }));
    expect(excuse?.numbers).toEqual({ own_minutes: 40 });
    expect(excuse).not.toHaveProperty("isOwnRides");
  });
});
