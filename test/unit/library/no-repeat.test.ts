import { describe, expect, it } from "vitest";
import type { Rider } from "../../../src/athlete/rider.ts";
import { seededChance } from "../../../src/base/chance.ts";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import { RIDER_LEVELS } from "../../../src/load/feasibility.ts";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import { chooseWorkout, noteRide } from "../../../src/library/choose.ts";
import { CLIMB_BOXES, CLIMB_WEEKS, CLIMBED_FAMILIES, climbTable } from "../../../src/library/climb.ts";
import { LadderForms } from "../../../src/periodization/intake/ladder-forms.ts";
import { nextSession, noRungsYet, withRung } from "../../../src/periodization/week/next-session.ts";
import { form, shipped } from "./shipped.ts";

/** Key works of load weeks in a row, each with one session of a ladder in a day of so many minutes, as planner and library choose them. */
function ridden(family: string, at: { rider: Rider["level"]; minutes: number; seed: string }): string[] {
  const ladderForms = new LadderForms(catalogueOf(shipped).forms, at.rider);
  const dates = new Map<string, CalendarDate>();
  const works: string[] = [];
  let riddenRungs = noRungsYet;
  for (let week = 1; week <= CLIMB_WEEKS; week++) {
    const limits = { seconds: at.minutes * 60, workSeconds: 36000, highestPower: 9, mayBeVo2: true };
    const session = nextSession({ ladderForms, riddenRungs, rider: { level: at.rider } as Rider }, [family], {
      ...limits,
      phase: "build",
      advance: true,
      week,
    });
    if (session === undefined) throw new Error(`${family}: nothing in week ${week}`);
    const date = addDays("2026-12-08", 7 * (week - 1));
    const workout = chooseWorkout(shipped, {
      day: {
        weekday: "Tuesday",
        date,
        workout_types: [session.form.type],
        role: "key",
        family,
        level: session.level,
        target_minutes: at.minutes,
        max_minutes: at.minutes,
      },
      seconds: at.minutes * 60,
      level: at.rider,
      isSharp: false,
      highestPower: 9,
      ridden: dates,
      chance: seededChance(at.seed),
    });
    if (workout === undefined) throw new Error(`${family}: no workout in week ${week}`);
    noteRide(shipped, dates, { workout, date });
    works.push(form(workout.id).keyWork);
    riddenRungs = withRung(riddenRungs, session, { phase: "build", week });
  }
  return works;
}

describe("six load weeks in days of one length", () => {
  const rows = climbTable(shipped);
  it.each(CLIMBED_FAMILIES)("hold no key work of %s twice", (family) => {
    for (const rider of RIDER_LEVELS)
      for (const minutes of CLIMB_BOXES) {
        const row = rows.find((one) => one.family === family && one.rider === rider && one.minutes === minutes);
        const weeks = Math.min(CLIMB_WEEKS, row?.weeks ?? 0);
        for (const seed of ["a", "b", "c"]) {
          const works = ridden(family, { rider, minutes, seed });
          expect(new Set(works).size, `${rider} ${minutes} ${seed}: ${works.join(" | ")}`).toBeGreaterThanOrEqual(
            weeks,
          );
        }
      }
  });
});
