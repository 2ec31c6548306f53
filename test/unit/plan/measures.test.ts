import { describe, expect, it } from "vitest";
import {
  distanceText,
  heightText,
  METRIC,
  momentText,
  placeText,
  timeOfDay,
  weightText,
  type Measures,
} from "../../../src/plan/measures.ts";

const IMPERIAL: Measures = { units: "imperial", clock: "12" };

describe("figures in the units of who looks at them", () => {
  it("distance, height and weight", () => {
    // By hand: 160.9344 km are 100 miles, 1,000 m are 3,280.8 ft, 70 kg are 154.3 lb.
    expect([distanceText(160.9344, METRIC), distanceText(160.9344, IMPERIAL)]).toEqual(["160.9 km", "100 miles"]);
    expect([placeText(51.2, METRIC), placeText(51.2, IMPERIAL)]).toEqual(["km 51.2", "mile 31.8"]);
    expect([heightText(1000, METRIC), heightText(1000, IMPERIAL)]).toEqual(["1,000 m", "3,281 ft"]);
    expect([weightText(70, METRIC), weightText(70, IMPERIAL)]).toEqual(["70 kg", "154.3 lb"]);
  });

  it.each([
    [0, "00:00", "12:00 am"],
    [545, "09:05", "9:05 am"],
    [720, "12:00", "12:00 pm"],
    [1110, "18:30", "6:30 pm"],
  ])("minute %i of the day", (minute, long, short) => {
    expect([timeOfDay(minute, METRIC), timeOfDay(minute, IMPERIAL)]).toEqual([long, short]);
  });

  it("a moment of a file; what is none stays", () => {
    expect(momentText("2026-12-01T18:30:00Z")).toBe("1 Dec 2026, 18:30 UTC");
    expect(momentText("2026-12-01T18:30:00Z", IMPERIAL)).toBe("1 Dec 2026, 6:30 pm UTC");
    expect(momentText("yesterday")).toBe("yesterday");
  });
});
