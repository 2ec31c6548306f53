import { describe, expect, it } from "vitest";
import { dateNamed, daysOffReader, readDays, readMinutesByDay, weekdayNamed } from "../../../src/athlete/parse-days.ts";
import { readHealth } from "../../../src/athlete/parse-health.ts";
import { readWeeklyHours } from "../../../src/athlete/parse-hours.ts";
import { quantityOf } from "../../../src/athlete/parse-number.ts";
import type { Reader } from "../../../src/athlete/parse-reading.ts";
import { nearest } from "../../../src/athlete/parse-suggest.ts";
import * as values from "../../../src/athlete/parse-values.ts";

const valueOf = <T>(reader: Reader<T>, given: unknown): T | "refused" => {
  const reading = reader(given);
  return reading.kind === "value" ? reading.value : "refused";
};

describe("numbers, forgiving in form", () => {
  it.each([
    [265, { amount: 265, unit: "" }],
    ["265", { amount: 265, unit: "" }],
    [" 265 W ", { amount: 265, unit: "w" }],
    ["8,5", { amount: 8.5, unit: "" }],
    ["154lb", { amount: 154, unit: "lb" }],
    ["154 lbs.", { amount: 154, unit: "lbs" }],
    ["７０ kg", { amount: 70, unit: "kg" }],
    ["1,050", undefined],
    ["1e3", undefined],
    ["-5", undefined],
    ["a lot", undefined],
    ["", undefined],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ["9".repeat(400), undefined],
    [true, undefined],
    [null, undefined],
    [[265], undefined],
  ])("%j is %j", (given, expected) => {
    expect(quantityOf(given)).toEqual(expected);
  });

  it.each([
    ["154lb", 69.9],
    ["70 kg", 70],
    [70.5, 70.5],
    ["34", "refused"],
    ["201", "refused"],
    ["70 stone", "refused"],
  ])("a weight of %j is %j kg", (given, expected) => {
    expect(valueOf(values.readWeight, given)).toBe(expected);
  });

  it.each([
    [values.readFtp, 0, "refused"],
    [values.readFtp, 50, 50],
    [values.readFtp, 600, 600],
    [values.readFtp, 2000, "refused"],
    [values.readWeeks, "12 weeks", 12],
    [values.readWeeks, 3, "refused"],
    [values.readWeeks, 25, "refused"],
    [values.readWeeks, 8.5, "refused"],
    [values.readEventDays, 2.5, "refused"],
    [values.readEventDays, "3 days", 3],
    [values.readAge, 42.5, "refused"],
    [values.readStrength, "2", 2],
    [values.readStrength, 3, "refused"],
    [values.readStrength, 0.5, "refused"],
    [values.readEventHours, "5h30", 5.5],
    [values.readEventHours, "45min", 0.75],
    [values.readEventHours, "6,5", 6.5],
    [values.readEventHours, 0, "refused"],
    [values.readLongestRide, "2h30", 150],
    [values.readLongestRide, "150", 150],
    [values.readLongestRide, "2:30", 150],
    [values.readLongestRide, "2h75", "refused"],
    [values.readLongestRide, 1441, "refused"],
    [values.readSex, "F", "female"],
    [values.readSex, "other", "refused"],
    [values.readYesNo, "yes", true],
    [values.readYesNo, 1, "refused"],
  ] as [Reader<unknown>, unknown, unknown][])("%# reads %j as %j", (reader, given, expected) => {
    expect(valueOf(reader, given)).toBe(expected);
  });
});

describe("weekly hours", () => {
  it.each([
    [8, { most: 8 }],
    ["8", { most: 8 }],
    ["8h", { most: 8 }],
    ["7h30", { most: 7.5 }],
    ["8,5", { most: 8.5 }],
    ["5-7", { most: 7, least: 5 }],
    ["7.5-8.5", { most: 8.5, least: 7.5 }],
    ["7,5 – 8,5 h", { most: 8.5, least: 7.5 }],
    ["5 to 7", { most: 7, least: 5 }],
    ["8-8", { most: 8 }],
    ["12+", { most: 13.8, least: 12 }],
    ["10+", { most: 11.5, least: 10 }],
    ["24+", { most: 25, least: 24 }],
    ["8-5", "refused"],
    ["5-7-9", "refused"],
    ["a lot", "refused"],
    ["NaN", "refused"],
    [Number.NaN, "refused"],
    [1, "refused"],
    [26, "refused"],
    ["5-26", "refused"],
    ["-5", "refused"],
    ["+", "refused"],
    ["1+", "refused"],
    ["a-7", "refused"],
    ["5-b", "refused"],
    [{}, "refused"],
  ])("%j is %j", (given, expected) => {
    expect(valueOf(readWeeklyHours, given)).toEqual(expected);
  });

  it("says what it assumes about 12+", () => {
    expect(readWeeklyHours("12+")).toMatchObject({ assumption: { field: "weekly_hours_available", value: 13.8 } });
  });

  it("turns a range the wrong way round into the right one", () => {
    expect(readWeeklyHours("8-5")).toMatchObject({ expected: "expected the smaller number first, such as 5-8" });
  });
});

describe("days", () => {
  it.each([
    ["tue,thu", ["Tuesday", "Thursday"]],
    ["Tuesday Thursday", ["Tuesday", "Thursday"]],
    ["sun; SAT and mo", ["Monday", "Saturday", "Sunday"]],
    [
      ["tuesday", "Thurs"],
      ["Tuesday", "Thursday"],
    ],
    ["tue,tue", ["Tuesday"]],
    [[], "refused"],
    ["", "refused"],
    ["t", "refused"],
    ["tuesdax", "refused"],
    [3, "refused"],
    [[1, 2], "refused"],
  ])("%j are %j", (given, expected) => {
    expect(valueOf(readDays, given)).toEqual(expected);
  });

  it.each([
    ["tue=75,sat=180", { Tuesday: 75, Saturday: 180 }],
    [["tue=75", "sat=3h"], { Tuesday: 75, Saturday: 180 }],
    [
      { tuesday: 75, Sat: "1h30" },
      { Tuesday: 75, Saturday: 90 },
    ],
    ["sat=0", { Saturday: 0 }],
    ["tue=75,tuesday=75", { Tuesday: 75 }],
    ["tue=75,tuesday=60", "refused"],
    ["tue=75.5", "refused"],
    ["tue=800", "refused"],
    ["tue", "refused"],
    ["tue=75=90", "refused"],
    [["tue=75", 5], "refused"],
    ["xyz=60", "refused"],
    [{ "2": 60 }, "refused"],
    [JSON.parse('{"__proto__": 60}'), "refused"],
    [75, "refused"],
  ])("%j is %j minutes", (given, expected) => {
    expect(valueOf(readMinutesByDay, given)).toEqual(expected);
  });

  it("asks back where minutes look like hours", () => {
    expect(readMinutesByDay("tue=2")).toMatchObject({ warning: expect.stringContaining("2h") as unknown });
    expect(values.readLongestRide(3)).toMatchObject({ warning: expect.stringContaining("3h") as unknown });
  });

  it.each([
    ["tue", "Tuesday"],
    ["Dienstag", "Tuesday"],
    ["jueves", "Thursday"],
    ["di", undefined],
    ["day", undefined],
  ])("%j alone is the weekday %j", (given, expected) => {
    expect(weekdayNamed(given)).toBe(expected);
  });

  it.each([
    ["2027-03-14", "2027-03-14"],
    ["2027/3/4", "2027-03-04"],
    ["2027.03.14", "2027-03-14"],
    ["2027-02-30", undefined],
    ["14.03.2027", "2027-03-14"],
    ["14 March", undefined],
    ["03/04/2027", undefined],
    ["2027-03/14", undefined],
    ["2027-03-14T00:00:00Z", undefined],
    [20270314, undefined],
  ])("%j is the day %j", (given, expected) => {
    expect(dateNamed(given)).toBe(expected);
  });

  it.each([
    ["2027-02-08..2027-02-14", [{ from: "2027-02-08", to: "2027-02-14" }]],
    ["2027-02-08", [{ from: "2027-02-08", to: "2027-02-08" }]],
    [
      ["2027-02-08..2027-02-09", "2027-03-01"],
      [
        { from: "2027-02-08", to: "2027-02-09" },
        { from: "2027-03-01", to: "2027-03-01" },
      ],
    ],
    [
      [{ from: "2027-02-08", to: "2027-02-14", reason: "work\u001b[31m" }],
      [{ from: "2027-02-08", to: "2027-02-14", reason: "work" }],
    ],
    ["2027-02-14..2027-02-08", "refused"],
    ["2027-02-30..2027-03-02", "refused"],
    ["2027-02-08..", "refused"],
    [[{ from: "2027-02-08", to: "2027-02-14", until: "x" }], "refused"],
    [[{ from: "2027-02-08", to: "2027-02-14", reason: 5 }], "refused"],
    [[null], "refused"],
  ])("%j are the days off %j", (given, expected) => {
    expect(valueOf(daysOffReader({}), given)).toEqual(expected);
  });
});

describe("words", () => {
  it.each([
    ["gran fondo", "gran_fondo"],
    ["Gran-Fondo", "gran_fondo"],
    ["granfondo", "gran_fondo"],
    ["MTB", "mtb"],
    ["hill climb", "hill_climb"],
    ["marathon", "refused"],
    [7, "refused"],
  ])("the event type %j is %j", (given, expected) => {
    expect(valueOf(values.readEventType, given)).toBe(expected);
  });

  it("suggests the word that was meant", () => {
    expect(values.readEventType("centruy")).toMatchObject({
      expected: expect.stringContaining("did you mean century?") as unknown,
    });
    expect(nearest("wieght_kg", ["weight_kg", "max_hr"])).toBe("weight_kg");
    expect(nearest("fpt", ["goal", "ftp"])).toBe("ftp");
    expect(nearest("zzzzzz", ["weight_kg", "max_hr"])).toBeUndefined();
    expect(nearest("x".repeat(5000), ["weight_kg"])).toBeUndefined();
  });

  it("takes any goal, cleaned and cut, and never fails", () => {
    expect(values.goalsOf("Ride\u001b[2J to\r\nthe sea")).toEqual(["Ride to the sea"]);
    expect(values.goalsOf(["a", "", { b: 1 }, 5])).toEqual(["a", "5"]);
    expect(Array.from(values.goalsOf("x".repeat(5000))[0] ?? "")).toHaveLength(500);
    expect(values.goalsOf(undefined)).toEqual([]);
  });

  it("reads the three health answers and no others", () => {
    expect(valueOf(readHealth, { active: true, disease: "no", symptoms: null })).toEqual({
      active: true,
      disease: false,
    });
    expect(valueOf(readHealth, { active: 1 })).toBe("refused");
    expect(valueOf(readHealth, { fever: true })).toBe("refused");
    expect(valueOf(readHealth, JSON.parse('{"__proto__": {"symptoms": true}}'))).toBe("refused");
    expect(valueOf(readHealth, "fine")).toBe("refused");
  });
});
