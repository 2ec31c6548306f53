import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { PlanError } from "../../../src/base/errors.ts";

const TODAY = "2026-12-01";
const profile = { ftp: 250, weeklyHours: 8, experienceLevel: "intermediate", trainingDays: ["tuesday", "saturday"] };
const wizardFile = (more: object, goal = "get fit") => ({
  goal,
  timeline: { hasEvent: false, weeks: 12 },
  profile: { ...profile, ...more },
});
const apiFile = (more: object, goal = "get fit") => ({
  goal,
  weeks: 12,
  athlete_profile: {
    ftp: 250,
    weekly_hours_available: 8,
    experience_level: "intermediate",
    training_availability: { week_days: ["tuesday", "saturday"] },
    ...more,
  },
});
const parsed = (value: unknown, flags: object = {}) => parseRequest({ file: { value, source: "file" }, flags }, TODAY);

/** The refusal of a request, as a script sees it. */
function refusal(value: unknown, flags: object = {}): { message: string; hint: string; referral: unknown } {
  try {
    parsed(value, flags);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    expect(error.code).toBe("INPUT_INVALID");
    const { referral } = error.details as { referral?: unknown };
    return { message: error.message, hint: error.hint, referral };
  }
  throw new Error("no refusal");
}

describe("no plan, kindly, with whom to ask", () => {
  it.each([
    ["symptoms", wizardFile({ health: { symptoms: true } }), /doctor/],
    ["symptoms in form 2", apiFile({ health: { symptoms: true } }), /doctor/],
    ["symptoms in words", wizardFile({}, "I get chest pain on climbs"), /doctor/],
    ["pregnancy", wizardFile({ health: { pregnant: true } }), /midwife or doctor/],
    ["pregnancy in form 2", apiFile({ health: { pregnant: true } }), /midwife or doctor/],
    ["pregnancy in words", wizardFile({}, "ich bin schwanger"), /midwife or doctor/],
    ["surgery without a word", wizardFile({ comeback: { weeksOff: 8, reason: "surgery" } }), /Ask your doctor/],
    ["surgery not cleared", apiFile({ comeback: { weeks_off: 8, reason: "surgery", cleared: false } }), /cleared/],
    ["two weeks of illness", wizardFile({ comeback: { weeksOff: 2, reason: "illness" } }), /Ask your doctor/],
    [
      "a birth too lately",
      wizardFile({ comeback: { weeksOff: 5, reason: "birth", cleared: true } }),
      /Ask your doctor/,
    ],
    ["under 18", wizardFile({ age: 16 }), /young riders/],
  ])("%s", (_, file, hint) => {
    const found = refusal(file);
    expect(found.hint).toMatch(hint);
    expect(found.referral).toBe(found.hint);
  });

  it("says what a doctor's word changes", () => {
    expect(
      parsed(wizardFile({ comeback: { weeksOff: 8, reason: "surgery", cleared: true } })).request.profile.comeback,
    ).toEqual({
      weeks_off: 8,
      reason: "surgery",
      cleared: true,
    });
    for (const comeback of ["1:illness", "6:injury", "3:break", "6:birth:cleared", "0:surgery:cleared"])
      expect(parsed(wizardFile({}), { comeback }).request.profile.comeback).toBeDefined();
  });
});

describe("the past is asked about", () => {
  it.each([
    ["stent last summer", {}, /--health heart or no-heart/],
    ["heart attack in 2019", { health: { active: true, disease: false, symptoms: false } }, /no-heart/],
    ["I had chest pain last year", {}, /--health symptoms or no-symptoms/],
    ["knee surgery in May", {}, /--comeback 6:surgery:cleared/],
    ["back after giving birth", {}, /--comeback 6:birth:cleared/],
    ["after pneumonia", {}, /--comeback 6:illness:cleared/],
  ])("%s", (goal, more, says) => {
    const found = refusal(wizardFile(more, goal));
    expect(found.message).toMatch(says);
    expect(found.referral).toBeUndefined();
  });

  it.each([
    ["stent last summer", { health: "heart" }],
    ["stent last summer", { health: "no-heart" }],
    ["I had chest pain last year", { health: "no-symptoms" }],
    ["knee surgery in May", { comeback: "8:surgery:cleared" }],
    ["I am not pregnant", {}],
    ["no chest pain", {}],
  ])("and answered: %s, %j", (goal, flags) => {
    expect(() => parsed(wizardFile({}, goal), flags)).not.toThrow();
  });

  it("takes a known disease for the heart's, unless the heart is said to be well", () => {
    expect(() => parsed(wizardFile({ health: { disease: true } }, "stent in 2020"))).not.toThrow();
    expect(refusal(wizardFile({ health: { disease: false } }, "stent in 2020")).message).toMatch(/stent/);
  });

  it("holds back after an injury that the words name, and says so", () => {
    const { request, assumptions } = parsed(wizardFile({}, "Back after a hip fracture, six weeks off the bike"));
    expect(request.profile.comeback).toEqual({ weeks_off: 6, reason: "injury" });
    expect(assumptions.map(({ field }) => field)).toContain("comeback");
  });
});

describe("limits in files and flags", () => {
  it.each([
    [
      wizardFile({ effortCap: { maxPowerPct: 80, until: "2027-03-01" } }),
      {},
      { max_power_pct: 80, until: "2027-03-01" },
    ],
    [apiFile({ effort_cap: { max_power_pct: 80 } }), {}, { max_power_pct: 80 }],
    [wizardFile({}), { maxPower: "80" }, { max_power_pct: 80 }],
    [wizardFile({}), { maxPower: "80 %" }, { max_power_pct: 80 }],
    [wizardFile({}), { maxPower: "80:2027-03-01" }, { max_power_pct: 80, until: "2027-03-01" }],
  ])("%j with %j", (file, flags, cap) => {
    expect(parsed(file, flags).request.profile.effort_cap).toEqual(cap);
  });

  it.each([
    [{ maxPower: "20" }, /55 to 150/],
    [{ maxPower: "a lot" }, /55 to 150/],
    [{ maxPower: "80:soon" }, /its last day/],
    [{ comeback: "6" }, /weeks off, a reason/],
    [{ comeback: "6:flu" }, /illness, injury, surgery, birth or break/],
    [{ comeback: "6:injury:maybe" }, /weeks off, a reason/],
    [{ health: "fine" }, /no- before it for no/],
  ])("%j is refused by name", (flags, says) => {
    expect(refusal(wizardFile({}), flags).message).toMatch(says);
  });

  it("knows no other part", () => {
    expect(refusal(wizardFile({ effortCap: { maxPowerPct: 80, maxHeartrate: 3 } })).message).toMatch(/maxHeartrate/);
    expect(refusal(wizardFile({ health: { fever: true } })).message).toMatch(/fever/);
  });
});
