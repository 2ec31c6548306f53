import { describe, expect, it } from "vitest";
import type { HeldBack, Profile } from "../../../src/athlete/schema.ts";
import { limitWords } from "../../../src/plan/limit-words.ts";

const profile = (held: readonly HeldBack[], more: Partial<Profile> = {}): Profile => ({
  goals: [],
  experience_level: "intermediate",
  weekly_hours_available: 4,
  training_availability: { week_days: ["Tuesday", "Saturday"] },
  assumptions: [],
  held_back: [...held],
  ...more,
});
const CAREFUL: HeldBack = { by: "careful", max_power_pct: 75, from_week: 1, through_week: 12 };
const NAMED: HeldBack = {
  by: "limit",
  max_power_pct: 75,
  max_heart_rate: 125,
  by_feel: true,
  from_week: 1,
  through_week: 6,
};

describe("what holds a rider back in a week, in a line", () => {
  it("is nothing where nothing holds them", () => {
    expect(limitWords(profile([]), 1)).toBeUndefined();
    expect(limitWords(profile([NAMED]), 7)).toBeUndefined();
  });

  it("names the heart rate that was named, beside power or feel, in the weeks for which it stands", () => {
    const feel = profile([CAREFUL, NAMED], { train_by: "heart_rate", no_heart_rate: true, max_hr: 152 });
    expect(limitWords(feel, 6)).toBe("nothing above a feel of 3 of 10 and no heart rate above 125");
    expect(limitWords(feel, 7)).toBe("nothing above a feel of 3 of 10");
    expect(limitWords(profile([NAMED], { ftp: 250 }), 1, 250)).toBe("nothing above 187 W and no heart rate above 125");
  });

  it("says one heart rate where the plan's own is no higher", () => {
    const heart = profile([{ ...NAMED, by_feel: undefined }], { train_by: "heart_rate", max_hr: 152 });
    expect(limitWords(heart, 1)).toBe("nothing above 113 beats a minute (3 of 10)");
  });
});
