import { describe, expect, it } from "vitest";
import type { PlanError } from "../../../../src/base/errors.ts";
import { timelineOf } from "../../../../src/periodization/intake/timeline.ts";

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

  it("are 24 at most: the plan starts later, and says so", () => {
    const { start, weeks, warnings } = toEvent("2027-09-12");
    expect({ start, weeks }).toEqual({ start: "2027-03-29", weeks: 24 });
    expect(warnings).toEqual([expect.stringContaining("the plan starts on 2027-03-29")]);
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
});
