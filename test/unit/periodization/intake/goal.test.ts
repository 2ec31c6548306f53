import { describe, expect, it } from "vitest";
import { mapGoal } from "../../../../src/periodization/intake/goal.ts";

describe("a goal in the rider's own words", () => {
  it.each([
    ["Complete century", "century"],
    ["sub-5h Étape", "gran_fondo"],
    ["Fred Whitton in May", "gran_fondo"],
    ["100 mile gravel race", "gravel"],
    ["Land's End to John o'Groats", "multi_day"],
    ["Feel fit for a week of touring in the Dolomites", "multi_day"],
    ["our cycling holiday in Mallorca", "multi_day"],
    ["400 km brevet", "ultra"],
    ["10-mile TT", "time_trial"],
    ["crit season", "criterium"],
    ["hillclimb championships", "hill_climb"],
    ["XCO nationals", "mtb"],
    ["upgrade to cat 3", "road_race"],
    ["a hilly road race of 3h30 on 18 April, and an earlier criterium which matters less", "road_race"],
    ["Straßenrennen im Mai: cat 3 und dann ein Criterium", "road_race"],
    ["a gran fondo; the cx season after it", "gran_fondo"],
    ["to get fit, then a criterium", "criterium"],
  ])("%j with a date is an event like a %s", (text, eventType) => {
    expect(mapGoal(text, true)).toMatchObject({ kind: "event", eventType });
  });

  it.each([
    ["Improve FTP", "improve-ftp"],
    ["lose some weight", "weight-loss"],
    ["win more races", "race-prep"],
    ["ride longer", "build-endurance"],
    ["stay healthy", "general-fitness"],
    // The kind of event comes before the general aim, and says what to train without a date, too.
    ["a faster century", "build-endurance"],
    ["criterium racing", "race-prep"],
  ])("%j without a date is %s", (text, kind) => {
    expect(mapGoal(text, false).kind).toBe(kind);
  });

  it("says by which words, or why there were none", () => {
    expect(mapGoal("Complete century", false).because).toBe('you wrote "century"');
    expect(mapGoal("", true).because).toBe("you named an event");
    expect(mapGoal(" ", false)).toEqual({ kind: "general-fitness", because: "you named no goal" });
    expect(mapGoal("42", false)).toEqual({
      kind: "general-fitness",
      because: "your words name no goal that the plan knows",
    });
  });

  it("reads words, not parts of them", () => {
    expect(mapGoal("raise my critical power", false)).toMatchObject({
      kind: "improve-ftp",
      because: 'you wrote "power"',
    });
    expect(mapGoal("embrace my outfit", false).because).toBe("your words name no goal that the plan knows");
    expect(mapGoal("attend a party", false)).not.toHaveProperty("eventType");
  });
});
