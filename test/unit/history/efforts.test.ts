import { describe, expect, it } from "vitest";
import { effortsOf } from "../../../src/history/efforts.ts";
import { stepsOf } from "../../../src/workout/expand.ts";
import { aWorkout, MONDAY } from "../../support/a-plan.ts";
import { wattsOfSession } from "../../support/a-ridden-session.ts";

/** 3 x 15 minutes at 90 % of 265 W, 5 minutes easy after each. */
const workout = aWorkout({ date: MONDAY });
const steps = stepsOf(workout);
const ridden = (change?: Parameters<typeof wattsOfSession>[2]): number[] => wattsOfSession(workout, 265, change);
const efforts = (watts: readonly number[]): ReturnType<typeof effortsOf> => effortsOf(watts, steps, 265);

describe("the efforts of a ride", () => {
  it("are those of the session, held to the letter", () => {
    const found = efforts(ridden());
    expect(found).toHaveLength(3);
    for (const one of found)
      expect(one).toMatchObject({ target: 239, watts: 239, seconds: 900, isHeld: true, hasFaded: false });
    expect(found[0]?.inTarget).toBeGreaterThan(880);
  });

  it("are found after a longer way to the start, with longer rests, and where the warm-up was left out", () => {
    const early = [...Array.from({ length: 700 }, () => 120), ...ridden()];
    expect(efforts(early).map(({ watts }) => watts)).toEqual([239, 239, 239]);
    const restEnds = 600 + 900 + 300;
    const late = [
      ...ridden().slice(0, restEnds),
      ...Array.from({ length: 120 }, () => 140),
      ...ridden().slice(restEnds),
    ];
    expect(efforts(late).map(({ watts }) => watts)).toEqual([239, 239, 239]);
    expect(efforts(ridden().slice(480)).map(({ watts }) => watts)).toEqual([239, 239, 239]);
  });

  it("show one that faded, and one that was not ridden", () => {
    const faded = efforts(ridden((watts, { effort, second }) => (effort === 2 ? watts - second / 12 : watts)));
    expect(faded[2]).toMatchObject({ isHeld: false, hasFaded: true });
    expect(faded[2]?.inTarget).toBeLessThan(300);
    expect(faded.slice(0, 2).every(({ isHeld }) => isHeld)).toBe(true);
    const left = efforts(ridden((watts, { effort }) => (effort === 1 ? 130 : watts)));
    expect(left.map(({ isHeld }) => isHeld)).toEqual([true, false, true]);
    expect(left[1]?.hasFaded).toBe(false);
  });

  it("that the ride ended before are not held", () => {
    const cut = efforts(ridden().slice(0, 600 + 900 + 300 + 900));
    expect(cut.map(({ isHeld }) => isHeld)).toEqual([true, true, false]);
  });

  it("are none where nothing is asked or nothing was measured", () => {
    const easy = stepsOf({
      segments: [{ type: "steady", duration_min: 60, power_low_pct: 65, power_high_pct: 65, description: "" }],
    });
    expect(effortsOf(ridden(), easy, 265)).toEqual([]);
    expect(efforts([])).toEqual([]);
  });
});
