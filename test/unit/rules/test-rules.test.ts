import { describe, expect, it } from "vitest";
import { TEST_RULES } from "../../../src/rules/test-rules.ts";
import { aRide, aRider, anEvent, aView, foundBy, type ViewChange } from "./a-view.ts";

const found = (id: string, change: ViewChange) => foundBy(TEST_RULES, id, aView(change));
const said = (id: string, change: ViewChange) => found(id, change).map(({ message }) => message);

const test = { rides: [aRide(60, { isTest: true })] };
const recovery = (...numbers: number[]) =>
  Object.fromEntries(numbers.map((number) => [number, { isRecovery: true, isLoad: false }]));
/** Tests on days of a plan of twelve weeks, of which every fourth recovers. */
const tests = (days: readonly number[], change: ViewChange = {}): ViewChange => ({
  count: 12,
  ...change,
  days: { ...Object.fromEntries(days.map((day) => [day, test])), ...change.days },
  weeks: { ...recovery(4, 8, 12), ...change.weeks },
});

describe("when tests come (rule 28)", () => {
  it.each<readonly [string, ViewChange, readonly string[]]>([
    ["at the end of each recovery week", tests([26, 54, 82]), []],
    ["none wanted", tests([], { rider: aRider({ wantsTests: false }) }), []],
    ["the first one in week 1", tests([3, 26, 54, 82]), []],
    ["the first one in week 2", tests([8, 54]), ["a test not at the end of a recovery week"]],
    [
      "a second one in week 1",
      tests([2, 4, 26, 54]),
      ["a test 2 days after the last test, 21 needed", "a test not at the end of a recovery week"],
    ],
    ["21 days apart", tests([6, 27, 54]), []],
    ["20 days apart", tests([6, 26, 54]), ["a test 20 days after the last test, 21 needed"]],
    ["in a load week", tests([26, 47, 82]), ["a test not at the end of a recovery week"]],
    ["ten days before the event", tests([26, 54], { events: [anEvent(64)] }), ["a test 10 days before the event"]],
    ["eleven days before it", tests([26, 54], { events: [anEvent(65)] }), []],
    ["on its day", tests([26, 54], { events: [anEvent(54)] }), []],
    ["behind it", tests([26, 54], { events: [anEvent(53)] }), []],
    ["ten days before a B", tests([26, 54], { events: [anEvent(64, "B")] }), []],
    // From day 0 to day 57 are eight weeks and a day.
    ["eight weeks after the start", tests([56], { weeks: { 9: { isRecovery: true } } }), []],
    ["a day more", tests([57], { weeks: { 9: { isRecovery: true } } }), ["57 days without a test"]],
    ["eight weeks after the last", tests([26, 82]), []],
    ["a day more after the last", tests([26, 83]), ["57 days without a test"]],
    ["eight weeks before the end", tests([28], { weeks: { 5: { isRecovery: true } } }), []],
    ["a day more before the end", tests([27]), ["57 days without a test at the end of the plan"]],
    ["none at all", tests([]), ["the plan holds no test"]],
    ["none at all in eight weeks", { count: 8 }, []],
    ["none up to ten days before the event", tests([], { events: [anEvent(66)] }), []],
    ["none up to that and a day more", tests([], { events: [anEvent(67)] }), ["the plan holds no test"]],
    ["none up to a B at the end", tests([], { events: [anEvent(60, "B")] }), ["the plan holds no test"]],
    // Where a plan goes on for more than a week behind its last A, it counts to its end, the ten days before that A apart.
    [
      "none behind the last A of several",
      tests([10], { weeks: { 2: { isRecovery: true } }, events: [anEvent(22, "B"), anEvent(24)] }),
      ["64 days without a test at the end of the plan"],
    ],
    ["behind an only A", tests([26], { events: [anEvent(40)] }), []],
    [
      "a week behind the last of several",
      tests([15], { weeks: { 3: { isRecovery: true } }, events: [anEvent(40, "C"), anEvent(77)] }),
      [],
    ],
  ])("%s", (_name, change, messages) => {
    expect(said("test-timing", change)).toEqual(messages);
  });

  it("says which day, and how many there are", () => {
    expect(found("test-timing", tests([6, 26, 54]))).toMatchObject([
      { week: 4, date: "2027-01-02", numbers: { day: 27 } },
    ]);
    expect(found("test-timing", tests([26, 83]))).toMatchObject([
      { week: 12, date: "2027-02-28", message: "57 days without a test", numbers: { days: 57, limit: 56 } },
    ]);
    const [last] = found("test-timing", tests([27]));
    expect(last?.numbers).toEqual({ days: 57, limit: 56 });
    expect(last).not.toHaveProperty("date");
  });

  it("counts no days on which the rider may not test", () => {
    const later = { longestEffort: { seconds: 300, throughWeek: 4 } };
    expect(said("test-timing", tests([], { rider: aRider(later) }))).toEqual([]);
    expect(said("test-timing", tests([57], { rider: aRider(later), weeks: { 9: { isRecovery: true } } }))).toEqual([]);
  });
});

describe("why so long a time holds no test", () => {
  const own = { rides: [aRide(40, { isFixed: true })] };
  const rides = { rides: [aRide(60)] };
  it.each<readonly [string, ViewChange, Readonly<Record<string, number>> | undefined]>([
    ["nothing", tests([]), { rides: 0 }],
    ["no recovery week in it", tests([], { count: 9, weeks: { 4: {}, 8: {} } }), undefined],
    ["days off", tests([], { weeks: { 2: { daysOff: 1 }, 11: { daysOff: 2 } } }), { days_off: 3 }],
    ["own rides in it", tests([], { days: { 30: own } }), { own_minutes: 40 }],
    [
      "own rides before the last test",
      tests([5, 62], { days: { 3: own }, weeks: { 9: { isRecovery: true } } }),
      { rides: 0 },
    ],
    [
      "own rides of the day before the test",
      tests([5, 62], { days: { 61: own }, weeks: { 9: { isRecovery: true } } }),
      { own_minutes: 40 },
    ],
    [
      "own rides of the test's day",
      tests([5, 62], { days: { 62: { rides: [...test.rides, ...own.rides] } }, weeks: { 9: { isRecovery: true } } }),
      { rides: 0 },
    ],
    [
      "events in its recovery weeks",
      tests([], { weeks: { 4: { isRecovery: true, isNearEvent: true } } }),
      { weeks: 1 },
    ],
    ["events in its load weeks", tests([], { weeks: { 5: { isNearEvent: true } } }), { rides: 0 }],
    ["recovery weeks of two rides", tests([], { days: { 22: rides, 24: rides, 50: rides } }), { rides: 2 }],
    ["one of three rides", tests([], { days: { 22: rides, 24: rides, 26: rides, 50: rides } }), undefined],
  ])("%s", (_name, change, numbers) => {
    const excuses = found("test-timing", change).map(({ excuse }) => excuse?.numbers);
    expect(excuses).toEqual([numbers]);
  });

  it("goes by the recovery weeks that end between the last test and the next", () => {
    const three = { rides: [aRide(60), aRide(60), aRide(60)] };
    // Week 4 ends on day 27 with the test itself; week 8 on day 55, week 12 on day 83, the plan's last.
    const after = (day: number) =>
      found("test-timing", tests([26], { count: 13, days: { [day]: three } }))[0]?.excuse?.numbers;
    expect(after(22)).toBeUndefined();
    expect(after(50)).toBeUndefined();
    expect(after(30)).toEqual({ rides: 1 });
  });
});

describe("what lies beside a test (rule 29)", () => {
  const hard = { rides: [aRide(60, { isHard: true })] };
  it.each<readonly [string, ViewChange["days"], readonly string[]]>([
    ["nothing hard", { 25: { rides: [aRide(60)] } }, []],
    ["a hard day two days before and after", { 24: hard, 28: hard }, []],
    ["a hard day before", { 25: hard }, ["a test the day after a hard day"]],
    ["a hard day after", { 27: hard }, ["a test the day before a hard day"]],
    ["both", { 25: hard, 27: hard }, ["a test the day after a hard day", "a test the day before a hard day"]],
    ["a hard ride on its own day", { 26: { rides: [...test.rides, ...hard.rides] } }, []],
  ])("%s", (_name, days, messages) => {
    expect(said("test-spacing", tests([26], { days: days ?? {} }))).toEqual(messages);
  });

  it("is told of the test's day", () => {
    expect(found("test-spacing", tests([26], { days: { 27: hard } }))).toMatchObject([
      { week: 4, date: "2027-01-02", numbers: { hours: 24, needed: 48 } },
    ]);
  });
});
