import { describe, expect, it } from "vitest";
import { daysInWords } from "../../../src/athlete/days-in-words.ts";

describe("the days of an event in a rider's words", () => {
  it.each([
    ["Feel fit for a week of touring in the Dolomites", 7],
    ["a five-day tour of the Alps", 5],
    ["the tour is 7 days", 7],
    ["3 day stage race in June", 3],
    ["Transalp, 8 stages", 8],
    ["week-long bike trip", 7],
    ["eine Woche in den Dolomiten radfahren", 7],
    ["die Tour dauert 7 Tage", 7],
    ["une semaine dans les Alpes", 7],
    ["una settimana nelle Dolomiti", 7],
    ["6 días por los Pirineos", 6],
  ])("%s: %d", (text, days) => {
    expect(daysInWords(text)).toBe(days);
  });

  it.each([
    "ride 5 days a week",
    "train 4 Tage die Woche",
    "a stage race in 90 days",
    "stage race in 12 days",
    "6 hours a week for a tour",
    "once a week with friends",
    "multi-day tour",
    "a one day classic, 1 day",
    "Feel fit",
  ])("nothing in: %s", (text) => {
    expect(daysInWords(text)).toBeUndefined();
  });
});
