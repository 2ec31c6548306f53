import { describe, expect, it } from "vitest";
import { readWishes } from "../../../../src/athlete/wishes/read-wishes.ts";

const read = (text: string): string[] =>
  readWishes(text, "2026-11-29").entries.map(({ term, value }) => `${term} ${value}`);

describe("rides that happen each week", () => {
  it.each([
    ["hard group ride every Wednesday evening, 1 h 45, it is always a race", "fixed_ride wed:105:race:Group ride"],
    ["Wed group ride 1 h 45 race", "fixed_ride wed:105:race:Group ride"],
    ["Wednesday group ride, 1 h 45, hard", "fixed_ride wed:105:hard:Group ride"],
    ["group ride wednesdays 1 hour 45 minutes", "fixed_ride wed:105:hard:Group ride"],
    ["training race every Tuesday, 75 minutes", "fixed_ride tue:75:race:Race"],
    ["race every Wednesday evening for 1 h", "fixed_ride wed:60:race:Race"],
    ["sat club run 3h15", "fixed_ride sat:195:hard:Club ride"],
  ])("%s", (text, said) => {
    expect(read(text)).toEqual([said]);
  });

  it.each(["I race on Sundays", "race on 28 March", "I race my brother on Sundays for an hour"])(
    "are not made where their length, or that they are weekly, is not said: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );

  it("have hours and minutes, and a number that belongs to something else stays with it", () => {
    expect(read("max 6 h 30 a week")).toEqual(["hours 6.5"]);
    expect(read("at most 6 h 30 minutes per week")).toEqual(["hours 6.5"]);
    expect(read("max 6 h a week")).toEqual(["hours 6"]);
  });
});

describe("events and how much they count", () => {
  it.each([
    ["B race: criterium on 28 March", "event 2027-03-28:criterium:B"],
    ["an earlier criterium on 28 March which is less important", "event 2027-03-28:criterium:B"],
    ["a less important criterium on 28 March", "event 2027-03-28:criterium:B"],
    ["C event: time trial on 7 March", "event 2027-03-07:time_trial:C"],
    ["a criterium on 28 March for fun", "event 2027-03-28:criterium:C"],
    ["A race: road race on 7 March", "event 2027-03-07:road_race:A"],
    ["gran fondo on 30 May, 7 hours", "event 2027-05-30:gran_fondo:A:7"],
  ])("%s", (text, said) => {
    expect(read(text)).toEqual([said]);
  });
});
