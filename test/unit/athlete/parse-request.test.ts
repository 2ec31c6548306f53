import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseRequest, type ParsedRequest, type RequestSources } from "../../../src/athlete/parse-request.ts";
import { requestSchema } from "../../../src/athlete/parse-schema.ts";
import { profileInputSchema } from "../../../src/athlete/schema.ts";
import { PlanError } from "../../../src/base/errors.ts";
import { jsonText } from "../../../src/base/json.ts";

const TODAY = "2026-12-01";
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../fixtures/requests/${name}.json`, import.meta.url), "utf8"));

const fromFile = (value: unknown, flags: RequestSources["flags"] = {}): ParsedRequest =>
  parseRequest({ file: { value, source: "rider.json" }, flags }, TODAY);

/** The five flags of the smallest request, with changes. */
const FIVE = { ftp: "265", hours: "8", days: "tue,thu,sat", experience: "intermediate", weeks: "12" };
const fromFlags = (changes: RequestSources["flags"] = {}): ParsedRequest =>
  parseRequest({ flags: { ...FIVE, ...changes } }, TODAY);

function refusal(act: () => unknown): PlanError {
  try {
    act();
  } catch (error) {
    if (error instanceof PlanError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

/** The wizard's small file with one thing of its profile or timeline changed. */
const changed = (profile: object, timeline: object = { hasEvent: false, weeks: 12 }): unknown => ({
  timeline,
  profile: { ftp: 265, weeklyHours: 8, experienceLevel: "intermediate", trainingDays: ["tue", "sat"], ...profile },
});

describe("the two forms", () => {
  it("are read back from a record in the order in which they are written", () => {
    const { profile } = fromFile(fixture("api-everything")).request;
    const again = profileInputSchema.parse(JSON.parse(JSON.stringify(profile)));
    expect(JSON.stringify(again)).toBe(JSON.stringify(profile));
  });

  it("reads the wizard's answers", () => {
    const { request, warnings, assumptions } = fromFile(fixture("wizard"));
    expect(request).toEqual({
      goal: "Complete century",
      event: { date: "2027-03-14", type: "century" },
      tests: true,
      acceptRamp: false,
      profile: {
        ftp: 265,
        weight_kg: 70,
        max_hr: 186,
        age: 42,
        goals: ["Complete century"],
        experience_level: "intermediate",
        weekly_hours_available: 10,
        weekly_hours_min: 8,
        training_availability: { hours_per_week: 10, week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
      },
    });
    expect({ warnings, assumptions }).toEqual({ warnings: [], assumptions: [] });
  });

  it("reads the profile of the API", () => {
    expect(fromFile(fixture("api")).request).toMatchObject({
      goal: "Improve FTP",
      weeks: 12,
      targetFtp: 278,
      profile: { goals: ["Improve FTP"], weekly_hours_available: 8 },
    });
  });

  it("says the same in both forms with every optional key", () => {
    const wizard = fromFile(fixture("wizard-everything"));
    expect(wizard).toEqual(fromFile(fixture("api-everything")));
    expect(profileInputSchema.parse(wizard.request.profile)).toEqual(wizard.request.profile);
  });

  it.each(["wizard", "api", "wizard-everything", "api-everything", "minimal"])(
    "the published schema accepts %s",
    (name) => {
      expect(requestSchema().safeParse(fixture(name)).error).toBeUndefined();
    },
  );

  it("the published schema refuses an unknown key", () => {
    expect(requestSchema().safeParse(changed({ wieght: 70 })).success).toBe(false);
  });

  it("takes null and empty texts of web forms as not given", () => {
    const file = changed(
      { maxHR: null, age: null, lthr: "" },
      { hasEvent: false, eventDate: "", eventType: null, weeks: 8 },
    );
    expect(fromFile(file).request.profile).not.toHaveProperty("age");
  });

  it.each([
    [{ goal: "x" }, "profile and timeline"],
    [{ profile: {}, athlete_profile: {} }, "not both"],
    [[], "an empty list"],
    ["text", "rider.json: text"],
    [{}, "rider.json: keys none"],
    [null, "rider.json: null"],
    [42, "rider.json: 42"],
  ])("%j is no request", (value, says) => {
    expect(refusal(() => fromFile(value)).message).toContain(says);
  });
});

describe("flags", () => {
  it("are enough alone: five of them", () => {
    expect(JSON.parse(jsonText(fromFlags().request))).toStrictEqual({
      goal: "",
      weeks: 12,
      tests: true,
      acceptRamp: false,
      profile: {
        ftp: 265,
        goals: [],
        experience_level: "intermediate",
        weekly_hours_available: 8,
        training_availability: { hours_per_week: 8, week_days: ["Tuesday", "Thursday", "Saturday"] },
      },
    });
  });

  it("override single answers of a file", () => {
    const flags = {
      goal: "Win",
      ftp: "280",
      hours: "12+",
      eventDate: "2027-04-04",
      tests: false,
      off: ["2027-01-04..2027-01-06"],
    };
    const { request, assumptions } = fromFile(fixture("wizard"), flags);
    expect(request).toMatchObject({ goal: "Win", tests: false, event: { date: "2027-04-04", type: "century" } });
    expect(request.profile).toMatchObject({
      ftp: 280,
      goals: ["Win"],
      weekly_hours_available: 13.8,
      weekly_hours_min: 12,
      age: 42,
    });
    expect(request.profile.unavailable).toEqual([{ from: "2027-01-04", to: "2027-01-06" }]);
    expect(assumptions).toMatchObject([{ field: "weekly_hours_available", value: 13.8 }]);
  });

  it("override the hours of the API's form in all three places", () => {
    expect(fromFile(fixture("api-everything"), { hours: "6" }).request.profile).toMatchObject({
      weekly_hours_available: 6,
      training_availability: { hours_per_week: 6 },
    });
    expect(fromFile(fixture("api-everything"), { hours: "6" }).request.profile).not.toHaveProperty("weekly_hours_min");
    // The day in the file is that of the file's FTP.
    expect(fromFile(fixture("api-everything")).request.profile).toHaveProperty("ftp_date", "2026-11-12");
    expect(fromFile(fixture("api-everything"), { ftp: "280" }).request.profile).not.toHaveProperty("ftp_date");
  });

  it("may leave the weeks to an overview made elsewhere", () => {
    const flags = { ...FIVE, weeks: undefined };
    expect(parseRequest({ flags, weeksElsewhere: 16 }, TODAY).request.weeks).toBe(16);
    expect(parseRequest({ flags: FIVE, weeksElsewhere: 16 }, TODAY).request.weeks).toBe(12);
  });
});

describe("everything that is missing or wrong is named at once", () => {
  it("lists all missing answers with their flags", () => {
    const { message, code, exitCode, details } = refusal(() => parseRequest({}, TODAY));
    expect({ code, exitCode }).toEqual({ code: "INPUT_INVALID", exitCode: 2 });
    for (const flag of ["--ftp", "--hours", "--days", "--experience", "--weeks or --event-date"])
      expect(message).toContain(`  ${flag}: missing -> `);
    expect((details as { problems: unknown[] }).problems).toHaveLength(5);
    expect(message).toContain("--ftp: missing -> your FTP in watts, such as 265");
  });

  it("names file keys and flags where a file was given", () => {
    const { message } = refusal(() => fromFile({ profile: {}, timeline: { weeks: 8 } }));
    expect(message).toContain("ftp (or --ftp): missing");
    expect(message).toContain("trainingDays (or --days): missing");
  });

  it("takes an empty form for a form in which everything is missing", () => {
    expect(refusal(() => fromFile({ profile: {} })).message).toContain("The request has 5 problems:");
  });

  it("quotes short lists of words and only names long ones", () => {
    const message = (trainingDays: string[]): string => refusal(() => fromFile(changed({ trainingDays }))).message;
    expect(message(["tue", "xyz"])).toContain("profile.trainingDays: tue,xyz -> ");
    expect(message(Array<string>(20).fill("xyz"))).toContain("profile.trainingDays: a list -> ");
  });

  it("lists wrong answers beside missing ones, with value and remedy", () => {
    const { message } = refusal(() =>
      fromFlags({ ftp: "0", hours: "a lot", days: "xyz", weight: "heavy", weeks: "3" }),
    );
    expect(message.split("\n")).toEqual([
      "The request has 5 problems:",
      "  --weeks: 3 -> expected a whole number from 4 to 24 weeks",
      "  --ftp: 0 -> expected 50 to 600 watts",
      '  --hours: "a lot" -> expected 1.5 to 25 hours a week, such as 8, 7.5, 5-7 or 12+',
      "  --days: xyz -> expected days such as tue,thu,sat; xyz is no weekday",
      "  --weight: heavy -> expected 35 to 200 kg (or 154lb, or 11st 4)",
    ]);
  });

  it.each([
    [changed({ maxHr: 186 }), "profile.maxHr: unknown key -> did you mean maxHR?"],
    [changed({ wieght: 70 }), "profile.wieght: unknown key -> did you mean weight?"],
    [{ ...(changed({}) as object), goals: [] }, "goals: unknown key -> did you mean goal?"],
    [{ athlete_profile: { weight: 70 } }, "athlete_profile.weight: unknown key -> did you mean weight_kg?"],
    [{ athlete_profile: { training_availability: { days: [] } } }, "training_availability.days: unknown key"],
    [{ athlete_profile: { week_days: ["tue"] } }, "athlete_profile.week_days: unknown key"],
    [JSON.parse('{"profile": {"__proto__": {"ftp": 265}}}'), "profile.__proto__: unknown key"],
    [JSON.parse('{"profile": {"constructor": 1, "toString": 2}}'), "profile.constructor: unknown key"],
    [{ profile: [] }, "profile: an empty list -> expected an object"],
    [{ profile: {}, timeline: "soon" }, "timeline: soon -> expected an object"],
    [changed({ ftp: true }), "profile.ftp: true -> expected 50 to 600 watts"],
    [changed({ ftp: { watts: 265 } }), "profile.ftp: an object ->"],
    [changed({ trainingDays: [] }), "profile.trainingDays: an empty list -> expected at least one day"],
    [
      changed({ weeklyHours: 8 }, { weeks: 8, weeklyHours: 9 }),
      "profile.weeklyHours: 8 -> expected one answer; timeline.weeklyHours says 9",
    ],
    [changed({}, { weeks: 8.5 }), "timeline.weeks: 8.5 -> expected a whole number"],
    [changed({}, { hasEvent: true }), "timeline.hasEvent: true -> expected an eventDate"],
    [changed({}, { hasEvent: false, eventDate: "2027-03-14" }), "timeline.eventDate: 2027-03-14 -> expected no date"],
    [changed({}, { weeks: 8, eventType: "century" }), "timeline.eventType: century -> expected the day of the event"],
    [changed({}, { eventDate: "2027-02-30" }), "timeline.eventDate: 2027-02-30 -> expected a day that exists"],
    [
      changed({}, { eventDate: "2026-11-30" }),
      "timeline.eventDate: 2026-11-30 -> expected 2026-12-01 or later: that day is past",
    ],
    [
      changed({}, { weeks: 8, startDate: "2020-01-06" }),
      "timeline.startDate: 2020-01-06 -> expected 2026-12-01 or later",
    ],
    [
      changed({}, { eventDate: "2027-03-14", startDate: "2027-04-05" }),
      "timeline.startDate: 2027-04-05 -> expected a start before the event",
    ],
    [changed({ ftpTestDate: "2026-12-02" }), "profile.ftpTestDate: 2026-12-02 -> expected 2026-12-01 or earlier"],
    [changed({ weight: 30 }), "profile.weight: 30 -> expected 35 to 200 kg"],
    [changed({ weight: 35 }), "expected 0.8 to 7.0 W/kg; 265 W at 35 kg is 7.6 W/kg"],
    [
      changed({ maxHR: 140, age: 20 }),
      "profile.maxHR: 140 -> expected within 40 beats of the usual; about 194 is usual at 20",
    ],
    [
      changed({ maxHR: 186, lthr: 190 }),
      "profile.lthr: 190 -> expected 140 to 180: 75 to 97 % of a maximum heart rate of 186",
    ],
  ])("%j is refused", (file, line) => {
    const error = refusal(() => fromFile(file));
    expect(error.message).toContain(line);
    expect(error.exitCode).toBe(2);
    expect(error.hint).not.toBe("");
  });

  it("refuses hours of the API's form that disagree", () => {
    const api = fixture("api") as { athlete_profile: object };
    const with_ = (more: object): unknown => ({ ...api, athlete_profile: { ...api.athlete_profile, ...more } });
    expect(refusal(() => fromFile(with_({ weekly_hours_available: 9 }))).message).toContain(
      "hours_per_week: 8 -> expected the same hours",
    );
    expect(refusal(() => fromFile(with_({ weekly_hours_min: 9 }))).message).toContain(
      "weekly_hours_min: 9 -> expected no more",
    );
  });

  it("quotes long and dangerous values short and clean", () => {
    const { message } = refusal(() => fromFlags({ ftp: `\u001b[31m${"9".repeat(5000)}\u0007` }));
    expect(message.length).toBeLessThan(250);
    // eslint-disable-next-line no-control-regex -- the characters that must not be there
    expect(message).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

describe("people a program should not plan for", () => {
  it.each([17, 5, "12"])("refuses %j years with advice", (age) => {
    const error = refusal(() => fromFile(changed({ age })));
    expect(error.message).toContain("plans are made for riders of 18 and over");
    expect(error.hint).toMatch(/qualified coach.*doctor/);
  });

  it("sends a rider with symptoms to a doctor", () => {
    const error = refusal(() => fromFile(changed({ health: { symptoms: true } })));
    expect(error.hint).toContain("see a doctor first");
  });

  it("keeps the other health answers for the plan", () => {
    const health = { active: false, disease: true, symptoms: false };
    expect(fromFile(changed({ health })).request.profile.health).toEqual(health);
    expect(fromFile({ ...(changed({}) as object), health }).request.profile.health).toEqual(health);
  });
});

describe("possible but unusual values warn", () => {
  it.each([
    [{ ftp: 400, weight: 70 }, "5.7 W/kg: that is professional level"],
    [{ ftp: 300, weight: 62, sex: "female" }, "4.8 W/kg: that is professional level"],
    [{ ftp: 90, weight: 95 }, "0.9 W/kg: unusually low"],
    [{ maxHR: 160, age: 25 }, "Maximum heart rate 160 is unusual: about 191 is usual at 25"],
    [{ age: 70 }, "have a doctor check you"],
    [{ weeklyHours: 14, experienceLevel: "beginner" }, "14 h a week is a lot for the level beginner"],
    [{ weeklyHours: 3, experienceLevel: "advanced" }, "3 h a week is little for the level advanced"],
    [{ maxMinutesByDay: { tue: 60, wed: 60 } }, "You gave minutes for Wednesday, which is not among your days"],
  ])("%j: %s", (profile, warning) => {
    expect(fromFile(changed(profile)).warnings.join("\n")).toContain(warning);
  });

  it("stays silent about usual ones", () => {
    expect(fromFile(fixture("wizard-everything")).warnings).toEqual([]);
    expect(fromFile(changed({ ftp: 300, weight: 62, sex: "male" })).warnings).toEqual([]);
  });

  it("leaves it to the planner what the recent hours allow", () => {
    const profile = { weeklyHours: 12, recentWeeklyHours: 5 };
    expect(fromFile(changed(profile))).toMatchObject({ warnings: [], request: { acceptRamp: false } });
    expect(fromFile(changed(profile), { acceptRamp: true }).request.acceptRamp).toBe(true);
  });

  it("warns of a long event that comes soon after short rides", () => {
    const soon = { eventDate: "2027-01-17", eventType: "century", eventHours: 6 };
    expect(fromFile(changed({ longestRecentRideMinutes: 90 }, soon)).warnings.join()).toContain(
      "An event of 6 h in 6 weeks",
    );
    expect(fromFile(changed({ longestRecentRideMinutes: 180 }, soon)).warnings).toEqual([]);
  });
});
