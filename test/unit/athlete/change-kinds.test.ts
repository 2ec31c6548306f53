import { describe, expect, it } from "vitest";
import { readChange } from "../../../src/athlete/parse-change.ts";
import { addDays } from "../../../src/base/calendar.ts";
import { PlanError } from "../../../src/base/errors.ts";

/** A Wednesday. */
const TODAY = "2027-01-13";
const LAST = { from: "2027-01-04", to: "2027-01-10" };
const messageOf = (words: string): string => {
  try {
    return JSON.stringify(readChange(words, TODAY));
  } catch (error) {
    return error instanceof PlanError ? `${error.message} ${error.hint}` : "a bug";
  }
};

describe("an illness, as riders say it", () => {
  it.each([
    ["sick 15 dec - 19 dec", "2026-12-15", "2026-12-19"],
    ["sick 15-19 dec", "2026-12-15", "2026-12-19"],
    ["sick 15 Dec – 19 Dec", "2026-12-15", "2026-12-19"],
    ["sick 15.12. - 19.12.", "2026-12-15", "2026-12-19"],
    ["sick from 15 dec to 19 dec", "2026-12-15", "2026-12-19"],
    ["sick 15 dec for 5 days", "2026-12-15", "2026-12-19"],
    ["sick from 4 January for three days", "2027-01-04", "2027-01-06"],
    ["sick for 5 days from 4 january", "2027-01-04", "2027-01-08"],
    ["ill for five days", "2027-01-09", TODAY],
    ["I was ill for a week", "2027-01-07", TODAY],
    ["I have been sick for two weeks", "2026-12-31", TODAY],
    ["I've been ill the last three days", "2027-01-11", TODAY],
    ["sick the past 4 days", "2027-01-10", TODAY],
    ["flu since Sunday", "2027-01-10", TODAY],
    ["I was ill last week", LAST.from, LAST.to],
    ["sick tue-fri last week", "2027-01-05", "2027-01-08"],
    ["I was sick Tuesday to Saturday last week", "2027-01-05", "2027-01-09"],
    ["ill last week from Monday to Wednesday", "2027-01-04", "2027-01-06"],
    ["sick last weekend", "2027-01-09", "2027-01-10"],
    ["sick yesterday and today", "2027-01-12", TODAY],
    ["I have a fever", TODAY, TODAY],
    ["I feel unwell", TODAY, TODAY],
    ["I have a temperature since yesterday", "2027-01-12", TODAY],
    ["stomach bug on Monday", "2027-01-11", "2027-01-11"],
    ["caught covid on 2 January", "2027-01-02", "2027-01-02"],
    ["Ich hatte drei Tage Fieber", "2027-01-11", TODAY],
    ["krank vom 4.1. bis 6.1.", "2027-01-04", "2027-01-06"],
    ["malade depuis lundi", "2027-01-11", TODAY],
  ])("%s", (words, from, to) => {
    expect(readChange(words, TODAY)).toEqual([{ kind: "sick", from, to }]);
  });

  it.each([
    ["off for 5 days", { kind: "off", from: TODAY, to: "2027-01-17" }],
    ["off for 5 days from 20 jan", { kind: "off", from: "2027-01-20", to: "2027-01-24" }],
    ["I'm away for a week from Saturday", { kind: "off", from: "2027-01-16", to: "2027-01-22" }],
    ["off tue-thu next week", { kind: "off", from: "2027-01-19", to: "2027-01-21" }],
    ["off this weekend", { kind: "off", from: "2027-01-16", to: "2027-01-17" }],
    ["15 dec - 19 dec sick", { kind: "sick", from: "2026-12-15", to: "2026-12-19" }],
    ["Thursday off", { kind: "off", from: "2027-01-14", to: "2027-01-14" }],
    ["next week away", { kind: "off", from: "2027-01-18", to: "2027-01-24" }],
    ["off in the week of 3 Feb", { kind: "off", from: "2027-02-01", to: "2027-02-07" }],
    ["missed tue and thu last week", { kind: "missed", dates: ["2027-01-05", "2027-01-07"] }],
  ])("and other days: %s", (words, change) => {
    expect(readChange(words, TODAY)).toEqual([change]);
  });

  /** Twelve weeks from 28 December on: today is in the third. */
  const MONDAYS = Array.from({ length: 12 }, (_, week) => addDays("2026-12-28", 7 * week));

  it.each([
    ["off tue-thu week 4", { kind: "off", from: "2027-01-19", to: "2027-01-21" }],
    ["off week 5", { kind: "off", from: "2027-01-25", to: "2027-01-31" }],
    ["in week 4 I travel Tuesday to Thursday", { kind: "off", from: "2027-01-19", to: "2027-01-21" }],
    ["sick tue to thu in week 2", { kind: "sick", from: "2027-01-05", to: "2027-01-07" }],
    ["hours 6 in week 5", { kind: "hours", hours: 6, from: "2027-01-25", to: "2027-01-31" }],
    ["easier in week 6", { kind: "easier", from: "2027-02-01", to: "2027-02-07" }],
    ["hours 5 next week", { kind: "hours", hours: 5, from: "2027-01-18", to: "2027-01-24" }],
    ["hours 6 a week", { kind: "hours", hours: 6, from: TODAY, to: undefined }],
  ])("and weeks of the plan: %s", (words, change) => {
    expect(readChange(words, TODAY, MONDAYS)).toEqual([change]);
  });

  it("names the weeks that there are where one is none of the plan's", () => {
    expect(() => readChange("off week 13", TODAY, MONDAYS)).toThrow('"week 13" -> the plan has 12 weeks.');
  });

  it.each([
    ["I was ill", "Say when"],
    ["sick", "Say when"],
    ["sick for many days", "expected days"],
    ["sick 19 dec to 15 dec", "the earlier day first"],
  ])("is asked for what is missing, in whole sentences: %s", (words, says) => {
    expect(messageOf(words)).toContain(says);
    expect(messageOf(words)).not.toMatch(/[a-z"] (?:Turn|Name|Say) /);
  });
});

describe("other words of a change", () => {
  it.each(["my knee hurts on long climbs", "knee pain since Sunday", "I have a sore knee", "mein Knie tut weh"])(
    "leave out what loads a knee: %s",
    (words) => {
      expect(readChange(words, TODAY)).toEqual([
        { kind: "term", words, change: { term: "add_avoid", kinds: ["low_cadence", "torque"] } },
      ]);
    },
  );

  it.each([
    ["no more sprints please", { term: "add_avoid", kinds: ["sprints"] }],
    ["Saturday is my club ride, 3 hours", { term: "add_ride" }],
    [
      "long ride on Sunday, at most 3 hours",
      { term: "set", fields: { long_ride: { day: "Sunday", max_minutes: 180 } } },
    ],
    ["I can only ride Tuesday, Thursday and Saturday", { term: "days", days: ["Tuesday", "Thursday", "Saturday"] }],
  ])("are read as wishes are: %s", (words, change) => {
    expect(readChange(words, TODAY)).toMatchObject([{ kind: "term", change }]);
  });

  it.each([
    ["my back hurts", "easier this week"],
    ["no long climbs", "A plan names no roads"],
    ["sometimes sunday", "no ride that may be"],
  ])("that are none say what would be: %s", (words, says) => {
    expect(messageOf(words)).toContain(says);
    expect(messageOf(words)).not.toContain("is no change that is known");
  });

  it("of more than 2000 characters are refused at once, and a sign of the heart at their beginning still counts", () => {
    const long = "tue ".repeat(300_000);
    expect(messageOf(`missed ${long}`)).toContain("longer than 2000 characters");
    expect(messageOf(`I have chest pain. ${long}`)).toContain("Stop riding");
  });
});
