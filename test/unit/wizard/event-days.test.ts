import { describe, expect, it } from "vitest";
import { eventDays } from "../../../src/wizard/event-days.ts";

describe("how many days an event has", () => {
  it("is asked of events of several days alone", () => {
    expect(eventDays.isAsked({ hasEvent: true, eventType: "multi_day" })).toBe(true);
    expect(eventDays.isAsked({ hasEvent: true, eventType: "century" })).toBe(false);
    expect(eventDays.isAsked({ hasEvent: false })).toBe(false);
  });

  it("is offered as the goal says it, or as is usual", () => {
    const usual = (goal: string) => eventDays.usual?.({ goal }, "2026-11-29");
    expect(usual("a week of touring in the Dolomites")).toEqual({ text: "7", shown: "7, from your goal" });
    expect(usual("a stage race")).toEqual({ text: "3", shown: "3, as is usual" });
  });
});
