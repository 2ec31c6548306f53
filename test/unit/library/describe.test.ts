import { describe, expect, it } from "vitest";
import { describeWorkout } from "../../../src/library/describe.ts";
import { workout } from "./shipped.ts";

describe("the text of a ride", () => {
  it("says what it trains, what to do and how", () => {
    const text = describeWorkout(workout("threshold_3x10_98"), 65 * 60);
    expect(text).toContain("raises the power that you can hold");
    expect(text).toContain("3 x 10 minutes at 98 %, with 5 minutes easy after each");
    expect(text).toContain("90 rpm");
    expect(text).not.toContain("Fuel");
  });

  it("adds fuel from 90 minutes, and more beyond 150", () => {
    const long = workout("long_ride_steady");
    expect(describeWorkout(long, 90 * 60 - 1)).not.toContain("Fuel");
    expect(describeWorkout(long, 90 * 60)).toContain("30 to 60 g");
    expect(describeWorkout(long, 150 * 60)).toContain("30 to 60 g");
    expect(describeWorkout(long, 150 * 60 + 1)).toContain("60 to 90 g");
  });
});
