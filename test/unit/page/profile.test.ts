import { describe, expect, it } from "vitest";
import { stepsOf } from "../../../src/workout/expand.ts";
import { profileOf } from "../../../src/page/profile.ts";

const steady = (minutes: number, pct: number) => ({
  type: "steady" as const,
  duration_min: minutes,
  power_low_pct: pct,
  power_high_pct: pct,
  description: "",
});

describe("the labels of a profile", () => {
  it("stand where they fit into their effort on a phone, and nowhere else", () => {
    const steps = stepsOf({
      segments: [17, 14, 11].flatMap((minutes) => [steady(minutes, 84), steady(1, 55)]).concat(steady(50, 64)),
    });
    const labels = profileOf(steps, true)?.labels ?? [];
    expect(labels.map(({ text }) => text)).toEqual(["17\u00a0min"]);
    const wide = profileOf(stepsOf({ segments: [steady(20, 90), steady(5, 55), steady(20, 90)] }), true)?.labels ?? [];
    expect(wide.map(({ text }) => text)).toEqual(["20\u00a0min", "20\u00a0min"]);
  });
});
