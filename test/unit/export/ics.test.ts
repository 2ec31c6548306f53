import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { ics } from "../../../src/export/ics.ts";
import { seasonOf, type ExportChoices } from "../../../src/export/session.ts";
import type { PlanFile } from "../../../src/plan/schema.ts";
import type { StartTimes } from "../../../src/export/session.ts";
import { aPlan, aRestDay, aWeek, aWorkout, MONDAY } from "../../support/a-plan.ts";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import { planWith } from "./a-ride.ts";

const write = (plan: PlanFile, choices: ExportChoices = {}): string => String(ics(seasonOf(plan, choices)).content);

const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text) as unknown[] as never)
    .getAllSubcomponents("vevent")
    .map((event) => new ICAL.Event(event));

const strength = {
  type: "strength",
  role: "strength",
  name: "Squats",
  segments: [],
  duration_min: 40,
  tss: 0,
} as const;

/** Tuesday: a ride of 80 minutes and then strength. */
const twoOnADay = (): PlanFile => {
  const tuesday = addDays(MONDAY, 1);
  const workouts = [
    aRestDay(MONDAY),
    aWorkout({ date: tuesday }),
    aWorkout({ ...strength, segments: [], date: tuesday }),
  ];
  return aPlan({
    weeks: [aWeek(1, { workouts: [...workouts, ...[2, 3, 4, 5, 6].map((day) => aRestDay(addDays(MONDAY, day)))] })],
  });
};

describe("calendar", () => {
  it("writes a whole plan of one ride", () => {
    expect(write(planWith({})).replaceAll("\r\n", "\n")).toMatchInlineSnapshot(`
      "BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:-//cycling-plan//cycling-plan//EN
      CALSCALE:GREGORIAN
      X-WR-CALNAME:Improve FTP
      BEGIN:VEVENT
      UID:a-plan-w01d2@cycling-plan
      DTSTAMP:20261201T000000Z
      LAST-MODIFIED:20261201T000000Z
      SEQUENCE:218246400
      DTSTART;VALUE=DATE:20261208
      DTEND;VALUE=DATE:20261209
      TRANSP:TRANSPARENT
      SUMMARY:Sweet spot 3 x 15 (1 h 20)
      DESCRIPTION:Trains the power that you hold for hours. Ride every interval e
       venly.\\n\\nLoad 86. Watts are for an FTP of 265 W.\\n\\n10 min warm up\\, 45 t
       o 75 %\\, 119 to 199 W (Start easy. RPE 1-3)\\n3 x\\n   15 min work\\, 88-92 %
       \\, 233-244 W (Hold it even. RPE 4\\, 85-95 rpm)\\n   5 min easy\\, 55 %\\, 146
        W (RPE 1)\\n10 min cool down\\, 60 to 40 %\\, 159 to 106 W (Spin out. RPE 1-
       3)
      CATEGORIES:sweetspot
      END:VEVENT
      END:VCALENDAR
      "
    `);
  });

  it("trap: an all-day entry ends on the next day, and does not make the day busy", () => {
    const text = write(planWith({}));
    expect(text).toContain("DTSTART;VALUE=DATE:20261208\r\nDTEND;VALUE=DATE:20261209\r\nTRANSP:TRANSPARENT\r\n");
    const [event] = eventsOf(text);
    expect(event!.startDate.isDate).toBe(true);
    expect(event!.duration.toSeconds()).toBe(86_400);
  });

  it("trap: nothing is escaped twice, and everything that must be is", () => {
    const name = 'Über, "hard"; a\\b & <c> 🚴‍♀️';
    const description = "one\ntwo; three, four \\ five";
    const text = write(planWith({ name, description, segments: [], type: "strength", duration_min: 40 }));
    const [event] = eventsOf(text);
    expect(event!.summary).toBe(`${name} (40 min)`);
    expect(event!.description).toBe(description);
    const other = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one?.type === "VEVENT");
    expect(other).toMatchObject({ summary: `${name} (40 min)`, description });
    // A backslash before an n of the rider's own is no line break; node-ical takes it for one.
    expect(eventsOf(write(planWith({ name: "a\\n", segments: [] })))[0]!.summary).toMatch(/^a\\n/);
  });

  it("trap: lines are folded at 75 octets, never inside a character, and end with CRLF", () => {
    const text = write(planWith({ name: "äöü".repeat(150), description: "🚴日ü, ".repeat(1000) }));
    const lines = text.split("\r\n");
    const octets = lines.map((line) => Buffer.byteLength(line));
    expect(Math.max(...octets)).toBe(75);
    expect(lines.join("")).not.toMatch(/[\r\n\ufffd]/);
    expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
    expect(eventsOf(text)[0]!.description).toContain("🚴日ü, ".repeat(1000).trim());
  });

  it("has an entry for each session and none for rest days", () => {
    const events = eventsOf(write(twoOnADay()));
    expect(events.map(({ summary }) => summary)).toEqual(["Sweet spot 3 x 15 (1 h 20)", "Squats (40 min)"]);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(2);
  });

  it("with a time holds floating entries, one after the other", () => {
    const text = write(twoOnADay(), { starts: { daily: 18 * 60 } });
    expect(text).toContain("DTSTART:20261208T180000\r\nDTEND:20261208T192000\r\n");
    expect(text).toContain("DTSTART:20261208T192000\r\nDTEND:20261208T200000\r\n");
    expect(text).not.toContain("TZID");
    const [event] = eventsOf(text);
    expect(event!.startDate.zone.tzid).toBe("floating");
  });

  it("has times that differ by weekday, and an event at its own hour or at none", () => {
    const plan = aPlan();
    const week = plan.training_plan.weekly_plan[0]!;
    week.workouts[6] = { ...week.workouts[5]!, date: week.workouts[6]!.date, weekday: "Sunday", role: "event" };
    const begins = (starts: StartTimes) => eventsOf(write(plan, { starts })).map(({ startDate }) => String(startDate)).slice(0, 3); // prettier-ignore
    const named: StartTimes = { daily: 18 * 60, byWeekday: { Saturday: 9 * 60 } };
    expect(begins(named)).toEqual(["2026-12-08T18:00:00", "2026-12-12T09:00:00", "2026-12-13"]);
    expect(begins({ ...named, event: 510 })[2]).toBe("2026-12-13T08:30:00");
    expect(begins({ byWeekday: { Saturday: 540 } })).toEqual(["2026-12-08", "2026-12-12T09:00:00", "2026-12-13"]);
  });

  it("is named for the goal in the words that named it, or for the plan where there is none", () => {
    const named = (change: (plan: PlanFile["training_plan"]) => void) => {
      const plan = planWith({});
      change(plan.training_plan);
      return new ICAL.Component(ICAL.parse(write(plan)) as unknown[]).getFirstPropertyValue("x-wr-calname");
    };
    const goal = { text: "Étape, \n\u0007 with <friends>; 🚵", kind: "event", because: "" } as const;
    expect(named((plan) => (plan.plan_metadata.goal = goal))).toBe("Étape\\, with <friends>\\; 🚵");
    expect(named((plan) => (plan.athlete_profile.goals = ["Ride a century"]))).toBe("Ride a century");
    expect(named((plan) => (plan.athlete_profile.goals = []))).toBe(planWith({}).training_plan.plan_id);
  });

  it("goes past midnight onto the next day", () => {
    const text = write(planWith({}), { starts: { daily: 23 * 60 } });
    expect(text).toContain("DTSTART:20261208T230000\r\nDTEND:20261209T002000\r\n");
  });

  it("keeps ids and raises the sequence when the plan is made again, so that entries are updated", () => {
    const before = planWith({});
    const after = planWith({ name: "Another ride" });
    after.ai_metadata.generated_at = "2026-12-02T00:00:00Z";
    const [old, fresh] = [eventsOf(write(before))[0]!, eventsOf(write(after))[0]!];
    expect(fresh.uid).toBe(old.uid);
    expect(fresh.sequence).toBeGreaterThan(old.sequence);
    expect(fresh.sequence).toBeLessThan(2 ** 31);
  });

  it("keeps ids when the whole plan moves to other dates, so that entries move with it", () => {
    const later = (date: CalendarDate): CalendarDate => addDays(date, 7);
    const plan = aPlan();
    const moved = structuredClone(plan);
    for (const week of moved.training_plan.weekly_plan) {
      week.start_date = later(week.start_date);
      for (const workout of week.workouts) workout.date = later(workout.date);
    }
    const [old, fresh] = [eventsOf(write(plan)), eventsOf(write(moved))];
    expect(fresh.map(({ uid }) => uid)).toEqual(old.map(({ uid }) => uid));
    expect(fresh[0]!.startDate.toString()).not.toBe(old[0]!.startDate.toString());
  });

  it("takes the plan's first day where its clock field holds no time", () => {
    const plan = planWith({});
    plan.ai_metadata.generated_at = "some day";
    expect(write(plan)).toContain("DTSTAMP:20261207T000000Z");
  });
});
