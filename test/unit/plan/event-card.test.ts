import { describe, expect, it } from "vitest";
import { EVENT_TYPES, type EventType } from "../../../src/athlete/schema.ts";
import { eventCard, eventDayOf, type CardRider } from "../../../src/plan/event-card.ts";
import { eventText } from "../../../src/plan/event-words.ts";
import { addDays } from "../../../src/base/calendar.ts";
import { aPlan, MONDAY } from "../../support/a-plan.ts";

const RIDER: CardRider = { ftpWatts: 250 };

function card(type: EventType, hours: number, intensity_pct: number, rider = RIDER): Record<string, string> {
  const lines = eventCard({ type, hours, days: 1, intensity_pct }, rider);
  return Object.fromEntries(lines.map(({ label, text }) => [label, text]));
}

describe("the card of the event's day", () => {
  it("feeds by the hour from the table of durations", () => {
    expect(card("criterium", 0.9, 95).Eat).toMatch(/^Nothing on the way/);
    expect(card("road_race", 2, 85).Eat).toContain("30 to 60 g of carbohydrate an hour");
    expect(card("road_race", 2, 85).Eat).toContain("60 to 120 g in all");
    expect(card("century", 6, 70).Eat).toContain("60 to 90 g of carbohydrate an hour");
    expect(card("century", 6, 70).Eat).toContain("360 to 540 g in all");
  });

  it("says to drink to thirst in every event, and never to gain weight on a long one", () => {
    for (const type of EVENT_TYPES) {
      expect(card(type, 0.5, 95).Drink, type).toMatch(/^To thirst/);
      expect(card(type, 5, 70).Drink, type).toContain("weighs more at the finish");
    }
  });

  it("warms up for real where the start is hard, and rides in where the day is long", () => {
    for (const type of ["criterium", "time_trial", "cyclocross", "hill_climb", "mtb"] as const)
      expect(card(type, 0.8, 95)["Warm-up"], type).toContain("25 minutes");
    for (const type of ["century", "gran_fondo", "gravel", "ultra", "multi_day"] as const)
      expect(card(type, 6, 68)["Warm-up"], type).toMatch(/^None of its own.*under 188 W/);
    expect(card("hill_climb", 4 / 60, 118)["Warm-up"]).toContain("30 minutes");
  });

  it("paces in this rider's watts: long climbs above the average and under threshold", () => {
    expect(card("century", 6, 70).Pace).toContain("175 W (70 % of FTP)");
    expect(card("century", 6, 70).Pace).toContain("on long climbs no more than 210 W");
    expect(card("gran_fondo", 2, 88).Pace).toContain("on long climbs no more than 238 W");
    expect(card("time_trial", 0.75, 98).Pace).toMatch(/^About 245 W.*238 W for the first quarter/);
    expect(card("criterium", 0.9, 95).Pace).toContain("not by the meter");
  });

  it("asks a rider with a limit for nothing above it", () => {
    for (const type of EVENT_TYPES)
      for (const hours of [0.1, 0.8, 2, 6]) {
        const text = Object.values(card(type, hours, 90, { ftpWatts: 200, highestPower: 0.75 })).join(" ");
        const watts = [...text.matchAll(/(\d+) W\b/g)].map(([, figure]) => Number(figure));
        expect(Math.max(...watts), `${type} ${hours}`).toBeLessThanOrEqual(150);
      }
  });

  it("is for the plan's event alone, and keeps words that are not ours", () => {
    const event = { date: addDays(MONDAY, 27), type: "century", hours: 6, days: 1, intensity_pct: 70 } as const;
    const { training_plan: plan } = aPlan({ metadata: { event } });
    const day = (role: "event" | "key", description: string) =>
      eventDayOf({ role, description, date: event.date }, plan, { ftpWatts: 250 });
    expect(day("key", "")).toBeUndefined();
    expect(day("event", eventText(event))).toMatchObject({ line: "About 6 h, 175 W on average", words: "" });
    expect(day("event", "Meet Ann at the church.")?.words).toBe("Meet Ann at the church.");
  });

  it("holds a limit of the event's week", () => {
    const event = { date: addDays(MONDAY, 27), type: "criterium", hours: 1, days: 1, intensity_pct: 75 } as const;
    const held = { by: "limit", max_power_pct: 75, from_week: 1, through_week: 4 } as const;
    const { training_plan: plan } = aPlan({ metadata: { event }, profile: { held_back: [held] } });
    const card = eventDayOf({ role: "event", description: "", date: event.date }, plan, { ftpWatts: 200 })?.card ?? [];
    expect(card[0]?.text).toContain("No hard efforts before the start.");
  });
});
