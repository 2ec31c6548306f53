import { describe, expect, it } from "vitest";
import { distanceIn, readEventLength } from "../../../src/athlete/event-distance.ts";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { mapGoal } from "../../../src/periodization/intake/goal.ts";
import { resolveEvents } from "../../../src/periodization/intake/plan-events.ts";
import { datesIn } from "../../../src/athlete/wishes/read-wishes.ts";

const TODAY = "2026-11-29";
const BASE = { hours: "4", days: "tue,thu,sat", weight: "62", trainBy: "feel", eventDate: "2027-03-14" };

/** Hours, and why, of an event as a rider names its length. */
function hoursOf(eventHours: string, experience: string, goal = "finish my first charity ride"): [number, string] {
  const { request } = parseRequest({ flags: { ...BASE, goal, eventHours, experience } }, TODAY);
  const { event, assumptions } = resolveEvents(request, mapGoal(request.goal, true));
  return [event?.hours ?? 0, assumptions.find(({ field }) => field === "event_hours")?.reason ?? ""];
}

describe("the length of an event", () => {
  it.each([
    ["80 km", "80 km"],
    ["80km", "80 km"],
    ["about 80 kilometres", "80 km"],
    ["80 k", "80 km"],
    ["50 miles", "50 miles"],
    ["50mi", "50 miles"],
    ["112,5 km", "112.5 km"],
    ["4 h 30", 4.5],
    ["4h30", 4.5],
    ["6", 6],
    ["six and a half thousand km", undefined],
    ["80 kg", undefined],
    ["0 km", undefined],
    ["90000 km", undefined],
  ])("is read as hours or as a distance: %s", (text, value) => {
    const reading = readEventLength(text);
    expect(reading.kind === "value" ? reading.value : undefined).toBe(value);
  });

  it("by its distance takes the hours that are usual for the rider, and says so", () => {
    expect(hoursOf("80 km", "beginner")[0]).toBe(4.5);
    expect(hoursOf("80 km", "intermediate")[0]).toBe(3.25);
    expect(hoursOf("80 km", "advanced")[0]).toBe(2.75);
    expect(hoursOf("50 miles", "beginner")).toEqual([
      4.5,
      "80 km at about 18 km/h, usual for beginner riders on rolling roads; say --event-hours for yours",
    ]);
    expect(hoursOf("4h30", "beginner")[0]).toBe(4.5);
  });

  it("is no distance for an event of several days", () => {
    expect(() =>
      parseRequest({ flags: { ...BASE, experience: "beginner", eventType: "multi_day", eventHours: "300 km" } }, TODAY),
    ).toThrow(/hours a day/);
  });

  it.each([
    ["finish my first 80 km charity ride on 14 March 2027", "80 km", ["2027-03-14"]],
    ["50 miles for the hospice, 2027-03-14", "50 miles", ["2027-03-14"]],
    ["ride 100km with friends on March 20", "100 km", ["2027-03-20"]],
    ["lose 5 kg before 1 May", undefined, ["2027-05-01"]],
    ["century", undefined, []],
    ["a hilly 120 kilometre sportive on the 3rd of April", "120 km", ["2027-04-03"]],
    ["16 km/h on the flat", undefined, []],
  ])("and its day are found in the words of a goal: %s", (goal, distance, dates) => {
    expect(distanceIn(goal)).toBe(distance);
    expect(datesIn(goal, TODAY)).toEqual(dates);
  });

  it.each(["first charity ride", "sponsored ride for the school", "80 km charity bike ride", "fundraising ride"])(
    "%s is a ride with many others",
    (goal) => {
      expect(mapGoal(goal, true).eventType).toBe("gran_fondo");
    },
  );
});
