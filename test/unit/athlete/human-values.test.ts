import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWER_KEYS, type AnswerKey } from "../../../src/athlete/parse-answers.ts";
import { readWeeklyHours } from "../../../src/athlete/parse-hours.ts";
import { answerText, readAnswer } from "../../../src/athlete/parse-one.ts";
import type { Reading } from "../../../src/athlete/parse-reading.ts";
import { parseRequest, type ParsedRequest } from "../../../src/athlete/parse-request.ts";
import { readTimeOfDay } from "../../../src/athlete/parse-time.ts";
import { PlanError } from "../../../src/base/errors.ts";
import { requestFileOf, type Draft } from "../../../src/wizard/draft.ts";
import { ROWS, TIMES, TODAY } from "./human-values.ts";

/** A reading as the table writes it: the answer as text, `A or B` where it may be either, or `refused`. */
function shown(key: AnswerKey, reading: Reading<unknown>): string {
  if (reading.kind === "value") return answerText(key, reading.value);
  return reading.meanings?.map(({ text }) => text).join(" or ") ?? "refused";
}

/** Hours keep the rider's words in a file; what they mean is known when the plan is made. */
function typed(key: AnswerKey, text: string): string {
  if (key !== "hours") return shown(key, readAnswer(key, text, TODAY));
  const reading = readWeeklyHours(text);
  if (reading.kind === "unreadable") return "refused";
  const { least, most } = reading.value;
  return least === undefined ? String(most) : `${least}-${most}`;
}

const RIDER: Draft = { ftp: 265, hours: 8, days: ["tue", "thu", "sat"], experience: "intermediate", weeks: 12 };
const withNeeded = (key: AnswerKey): Draft =>
  key === "eventHours" ? { ...RIDER, weeks: undefined, hasEvent: undefined, eventDate: "2027-03-14" } : RIDER;

/** What a request holds of an answer. */
function heldBy({ request: { event, startDate, targetFtp, profile } }: ParsedRequest, key: AnswerKey): unknown {
  const { training_availability: time, weekly_hours_min: least, weekly_hours_available: most } = profile;
  const held: Partial<Record<AnswerKey, unknown>> = {
    eventDate: event?.date,
    eventHours: event?.hours,
    start: startDate,
    targetFtp,
    ftp: profile.ftp,
    weight: profile.weight_kg,
    maxHr: profile.max_hr,
    age: profile.age,
    hours: least === undefined ? String(most) : `${least}-${most}`,
    days: time.week_days,
    minutes: time.max_minutes_by_day,
    recentHours: profile.recent_weekly_hours,
    longestRide: profile.longest_recent_ride_minutes,
    lastTest: profile.ftp_test_date,
    off: profile.unavailable,
    maxPower: profile.effort_cap,
  };
  return held[key];
}

const META = ["hasEvent"];
const asFlags = (draft: Draft): Draft =>
  Object.fromEntries(Object.entries(draft).filter(([name]) => !META.includes(name)));

/** The same answer in a whole request; of a refusal what it says of each meaning. */
function inRequest(key: AnswerKey, said: string, parse: () => ParsedRequest): string {
  try {
    return answerText(key, heldBy(parse(), key));
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    expect(error.message.split("\n")).toHaveLength(2);
    const meant = said.split(" or ").every((meaning) => error.message.includes(meaning.replace(/^80:/, "")));
    return said.includes(" or ") && meant ? said : "refused";
  }
}

describe("what riders type", () => {
  it("is a table of two hundred spellings and more", () => {
    expect(ROWS.length + TIMES.length).toBeGreaterThanOrEqual(200);
    expect(new Set(ROWS.map(([key, text]) => `${key} ${text}`)).size).toBe(ROWS.length);
  });

  it.each(ROWS)("%s: %j is %s", (key, text, said) => {
    expect(typed(key, text)).toBe(said);
  });

  it.each(ROWS)("%s: %j is %s as a flag and in a file, too", (key, text, said) => {
    const draft = { ...withNeeded(key), [key]: text };
    const ofFile = { file: { value: requestFileOf(draft), source: "rider.json" } };
    if (text !== "") expect(inRequest(key, said, () => parseRequest({ flags: asFlags(draft) }, TODAY))).toBe(said);
    if (text !== "") expect(inRequest(key, said, () => parseRequest(ofFile, TODAY))).toBe(said);
  });

  it.each(TIMES)("the time %j is %s", (text, said) => {
    const reading = readTimeOfDay(text);
    const clock = (minutes: number): string =>
      `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    expect(reading.kind === "value" ? clock(reading.value) : shown("age", reading)).toBe(said);
  });
});

describe("what is printed is read back", () => {
  const read = ROWS.flatMap(([key, text]) => {
    const reading = readAnswer(key, text, TODAY);
    return reading.kind === "value" ? [{ key, text, reading }] : [];
  });

  it.each(read)("$key: the answer made of $text", ({ key, reading }) => {
    const again = readAnswer(key, answerText(key, reading.value), TODAY);
    expect(again).toMatchObject({ kind: "value", value: reading.value });
  });

  const IN_WORDS: readonly AnswerKey[] = ["eventDate", "start", "lastTest", "off", "days"];
  it.each(read.filter(({ key, reading }) => IN_WORDS.includes(key) && reading.understood !== undefined))(
    "$key: what was understood of $text",
    ({ key, reading }) => {
      expect(readAnswer(key, reading.understood, TODAY)).toMatchObject({ kind: "value", value: reading.value });
    },
  );

  it("each meaning of an answer with several has one", () => {
    for (const [key, text] of ROWS) {
      const reading = readAnswer(key, text, TODAY);
      if (reading.kind === "value") continue;
      for (const meaning of reading.meanings ?? [])
        expect(readAnswer(key, meaning.text, TODAY), meaning.text).toMatchObject({ kind: "value" });
    }
  });
});

describe("a word that was taken for something is shown", () => {
  const assumptions = (flags: Draft): ParsedRequest["assumptions"] =>
    parseRequest({ flags: { ...RIDER, ...flags } }, TODAY).assumptions;

  it("as an assumption of the plan", () => {
    expect(assumptions({ weeks: undefined, eventDate: "27/03/2027" })).toEqual([
      { field: "event_date", value: "Saturday, 27 March 2027", reason: 'read from "27/03/2027"' },
    ]);
    expect(assumptions({ days: "weekends", off: ["8-14 Feb"] })).toMatchObject([
      { field: "week_days", value: "Saturday and Sunday" },
      { field: "unavailable", value: "Monday, 8 February 2027 to Sunday, 14 February 2027" },
    ]);
    expect(assumptions({ ftp: "3.4 W/kg", weight: "70" })).toMatchObject([
      { field: "ftp", value: "238 watts: 3.4 W/kg at 70 kg" },
    ]);
  });

  it("and nothing where it says it plainly", () => {
    expect(assumptions({ days: "tue,thu,sat", off: ["2027-02-08..2027-02-14"], lastTest: "2026-11-20" })).toEqual([]);
  });

  it("watts per kilogram without a weight are refused with what is missing", () => {
    expect(() => parseRequest({ flags: { ...RIDER, ftp: "3.4 W/kg" } }, TODAY)).toThrow("your weight");
  });
});

describe("nothing that is typed makes a reader fall over", () => {
  const hostile = [
    "",
    " ",
    "🚴",
    "👨‍👩‍👧",
    "٢٦٥",
    "२०२७-०३-१४",
    "９９９",
    "9".repeat(400),
    "-0",
    "1e999",
    "NaN",
    "½½½",
    "\u0000\u001b[31m",
    "..",
    "--",
    "not not not",
    "to to to",
    "a".repeat(100_000),
    " ".repeat(100_000),
    "1-".repeat(50_000),
    "tue,".repeat(25_000),
    "1 feb to ".repeat(10_000),
    "w/kg at ".repeat(10_000),
    "__proto__",
    "constructor",
    "not constructor",
    "in constructor weeks",
  ];

  it.each(ANSWER_KEYS)("%s", (key) => {
    for (const text of hostile) {
      const started = performance.now();
      expect(["value", "unreadable"]).toContain(readAnswer(key, text, TODAY).kind);
      expect(["value", "unreadable"]).toContain(readAnswer(key, [text, text], TODAY).kind);
      expect(performance.now() - started, text.slice(0, 20)).toBeLessThan(1000);
    }
  });

  /** Their own words, and answers of several parts, which no line holds whole. */
  const OF_PARTS: readonly AnswerKey[] = ["goal", "event", "course", "fixedRide", "otherSport", "hoursIn", "twoADay", "indoor", "longRide"]; // prettier-ignore

  it("drawn from the words that the readers know", () => {
    const words = "1 8 14 31 2027 99 / . - : , to .. next last in Feb mar Saturday di do not but all weekend week weeks ago h st kg w/kg ½ ~ ish + or".split(" "); // prettier-ignore
    const texts = fc.array(fc.constantFrom(...words), { maxLength: 8 }).map((parts) => parts.join(" "));
    fc.assert(
      fc.property(texts, fc.constantFrom(...ANSWER_KEYS), (text, key) => {
        const reading = readAnswer(key, text, TODAY);
        if (reading.kind === "value" && !OF_PARTS.includes(key))
          expect(readAnswer(key, answerText(key, reading.value), TODAY)).toMatchObject({ value: reading.value });
      }),
      { numRuns: 3000, seed: 15 },
    );
  });
});
