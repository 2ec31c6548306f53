import { describe, expect, it } from "vitest";
import type { PlanError } from "../../../../src/base/errors.ts";
import { datesOf } from "../../../../src/periodization/intake/request-dates.ts";
import { timelineOf } from "../../../../src/periodization/intake/timeline.ts";

import { aRequest } from "../../../support/a-request.ts";

const TUESDAY = "2026-12-01";
const toEvent = (date: `${number}-${number}-${number}`, weeks?: number) =>
  timelineOf({ event: { date }, weeks, startDate: undefined }, TUESDAY);

describe("the weeks of a plan", () => {
  it("start on the next Monday, or on the one after the day that the rider names", () => {
    const twelve = (startDate?: `${number}-${number}-${number}`, today: typeof TUESDAY | "2026-12-07" = TUESDAY) =>
      timelineOf({ weeks: 12, startDate }, today).start;
    expect(timelineOf({ weeks: 12, startDate: undefined }, TUESDAY)).toEqual({
      start: "2026-12-07",
      weeks: 12,
      eventWeeks: 0,
      end: "2027-02-28",
      warnings: [],
    });
    expect(twelve(undefined, "2026-12-07")).toBe("2026-12-07");
    expect(twelve("2027-01-05")).toBe("2027-01-11");
    expect(twelve("2026-11-01")).toBe("2026-12-07");
  });

  it("end with the week of the event, whatever its weekday", () => {
    expect(toEvent("2027-03-14")).toMatchObject({ start: "2026-12-07", weeks: 14, end: "2027-03-14", warnings: [] });
    expect(toEvent("2027-03-08")).toMatchObject({ weeks: 14, end: "2027-03-14" });
    expect(toEvent("2027-03-14", 10)).toMatchObject({ start: "2027-01-04", weeks: 10, end: "2027-03-14" });
  });

  it("go on to the last day of an event that runs past its Sunday", () => {
    const sixDays = (date: `${number}-${number}-${number}`, weeks?: number) =>
      timelineOf({ event: { date, days: 6 }, weeks, startDate: undefined }, TUESDAY);
    expect(sixDays("2027-03-13")).toMatchObject({ start: "2026-12-07", weeks: 15, eventWeeks: 1, end: "2027-03-21" });
    expect(sixDays("2027-03-09")).toMatchObject({ weeks: 14, eventWeeks: 0, end: "2027-03-14" });
    expect(sixDays("2027-03-13", 10)).toMatchObject({ start: "2027-01-11", weeks: 10, eventWeeks: 1 });
    expect(sixDays("2027-09-11")).toMatchObject({ weeks: 24, eventWeeks: 1, end: "2027-09-19" });
    expect(sixDays("2027-03-13", 4)).toMatchObject({
      weeks: 5,
      warnings: [expect.stringContaining("You asked for 4 weeks. The plan has 5")],
    });
  });

  it("are 24 at most: the plan starts later, and says so", () => {
    const { start, weeks, warnings } = toEvent("2027-09-12");
    expect({ start, weeks }).toEqual({ start: "2027-03-29", weeks: 24 });
    expect(warnings).toEqual([expect.stringContaining("the plan starts on Mon 29 Mar 2027")]);
  });

  it("are as many as the event leaves, and the rider is told", () => {
    const { weeks, warnings } = toEvent("2027-01-17", 12);
    expect(weeks).toBe(6);
    expect(warnings).toEqual(["You asked for 12 weeks, but the event leaves 6. The plan has 6."]);
  });

  it("are four at least: fewer are refused with the first day that works", () => {
    const refused = (date: `${number}-${number}-${number}`): Partial<PlanError> | undefined => {
      try {
        toEvent(date);
        return undefined;
      } catch (error) {
        return error as PlanError;
      }
    };
    expect(refused("2026-12-28")).toBeUndefined();
    expect(refused("2026-12-27")).toMatchObject({
      code: "NOT_FEASIBLE",
      details: { weeks_possible: 3, first_event_date: "2026-12-28" },
    });
    expect(refused("2026-12-02")).toMatchObject({ details: { weeks_possible: 0 } });
  });

  it("hold the usual days of an event whose days nobody said", () => {
    const tour = (days?: number) => {
      const event = { date: "2027-06-05", type: "multi_day", days } as const;
      const { weeks, start, eventWeeks } = datesOf(aRequest({}, { weeks: undefined, event }), TUESDAY).timeline;
      return { weeks, start, eventWeeks };
    };
    expect(tour()).toEqual({ weeks: 24, start: "2026-12-28", eventWeeks: 1 });
    expect(tour()).toEqual(tour(3));
    expect(tour(2)).toEqual({ weeks: 24, start: "2026-12-21", eventWeeks: 0 });
  });
});
