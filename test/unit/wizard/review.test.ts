import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { foreseePlan } from "../../../src/jobs/compile/foresee.ts";
import type { Outlook } from "../../../src/plan/outlook.ts";
import { requestFileOf, type Draft } from "../../../src/wizard/draft.ts";
import type { Ask } from "../../../src/wizard/prompter.ts";
import { verdict } from "../../../src/wizard/review.ts";
import { shipped } from "../library/shipped.ts";
import { play, STRAIGHT } from "./a-prompter.ts";

const OUTLOOK: Extract<Outlook, { kind: "plan" }> = {
  kind: "plan",
  seconds: 98 * 3600,
  rides: 47,
  longestMinutes: 260,
  load: { low: 490, high: 600 },
  eventHours: 6,
  ftp: { low: 274.2, high: 292.8 },
  readiness: { state: "green", reasons: [], changes: [] },
};

describe("the verdict of the review", () => {
  it("opens with the readiness, in hours as riders say them", () => {
    expect(verdict(OUTLOOK)).toEqual([
      "On track: your longest ride grows to 4 h 20 for a day of about 6 h.",
      "98 h in 47 rides, load weeks of 8 h 10 to 10 h. FTP may reach 274 to 293 W.",
    ]);
  });

  it("says what is short, and what would change it", () => {
    const readiness = {
      state: "red" as const,
      reasons: [
        { id: "longest-ride", state: "red" as const, text: "longest ride 120 min, 33 % of the event" },
        { id: "fitness", state: "green" as const, text: "fitness 60" },
      ],
      changes: ["a day with 220 min (your longest holds 120)"],
    };
    expect(verdict({ ...OUTLOOK, readiness }).slice(0, 2)).toEqual([
      "Not yet: longest ride 120 min, 33 % of the event.",
      "What would change it: a day with 220 min (your longest holds 120).",
    ]);
  });

  it("says why no plan can be made, before it is asked for", () => {
    expect(verdict({ kind: "none", why: "Too close.", hint: "Later." })).toEqual([
      "No plan can be made of this yet: Too close.",
      "Later.",
    ]);
    expect(verdict(undefined)).toEqual([]);
  });
});

describe("the review", () => {
  it("lists every answer with its number, in words, and fits a terminal of 24 lines", async () => {
    const asked: Ask[] = [];
    await play(STRAIGHT, {
      prompter: {
        say: () => undefined,
        ask: (question) => {
          asked.push(question);
          return Promise.resolve(STRAIGHT[question.message]?.[0]);
        },
      },
    });
    const lines = asked.at(-1)?.screen?.lines ?? [];
    expect(lines).toEqual([
      " 1  Goal           Get stronger",
      " 2  When           12 weeks, no event, from Mon 7 Dec",
      " 3  Age            42",
      " 4  Health         nothing ticked",
      " 5  You ride by    power",
      " 6  FTP            265 W",
      " 7  Hours          8 h a week",
      " 8  Hours now      6 h a week",
      " 9  Experience     intermediate, a year or more",
      "10  Days           Tue, Thu, Sat",
      "11  Also           nothing more",
    ]);
  });

  it("changes a line by its number and asks what that opens", async () => {
    const { outcome } = await play({
      ...STRAIGHT,
      "Is this right?": ["2", "7", "make"],
      "How many weeks, or which day?": ["12", "28 feb"],
      "Your FTP, in watts?": ["265", "250"],
      "What kind of event is it?": ["century"],
    });
    expect(outcome).toMatchObject({
      kind: "ready",
      state: { draft: { eventDate: "2027-02-28", eventType: "century", ftp: 250 } },
    });
  });

  it("asks for the outlook of exactly these answers", async () => {
    const seen: Draft[] = [];
    await play(STRAIGHT, {
      foresee: (draft) => {
        seen.push(draft);
        return Promise.resolve(undefined);
      },
    });
    expect(seen.at(-1)).toMatchObject({
      ftp: 265,
      hours: 8,
      recentHours: 6,
      days: ["tuesday", "thursday", "saturday"],
    });
  });
});

describe("a plan foreseen", () => {
  const answers: Draft = {
    goal: "Complete century",
    hasEvent: true,
    eventDate: "2027-02-28",
    eventType: "century",
    eventHours: 6,
    ftp: 240,
    age: 38,
    hours: 8,
    recentHours: 3,
    days: ["tuesday", "thursday", "saturday"],
    experience: "intermediate",
  };
  const foreseen = (change: Draft): Outlook => {
    const file = { value: requestFileOf({ ...answers, ...change }), source: "your answers" };
    return foreseePlan(parseRequest({ file }, "2026-12-01").request, { today: "2026-12-01", library: shipped });
  };

  it("holds the readiness of the plan, also where the rise is steep", () => {
    expect(foreseen({})).toMatchObject({
      kind: "plan",
      eventHours: 6,
      readiness: { reasons: [{ id: "longest-ride" }, { id: "fitness" }] },
    });
  });

  it("has none without an event, and says why where no plan can be made", () => {
    const untimed = { hasEvent: false, eventDate: undefined, eventType: undefined, eventHours: undefined, weeks: 12 };
    expect(foreseen(untimed)).toMatchObject({ kind: "plan", readiness: undefined, eventHours: undefined });
    expect(foreseen({ eventDate: "2026-12-10" })).toMatchObject({
      kind: "none",
      why: expect.stringContaining("too close") as string,
    });
  });
});
