import { riderOf, type Rider } from "../../../src/athlete/rider.ts";
import type { Profile } from "../../../src/athlete/schema.ts";
import { addDays, type CalendarDate } from "../../../src/base/calendar.ts";
import { catalogueOf } from "../../../src/library/catalogue.ts";
import { LadderForms } from "../../../src/periodization/intake/ladder-forms.ts";
import type { Timeline } from "../../../src/periodization/intake/timeline.ts";
import { UNTUNED } from "../../../src/periodization/retune/tuning.ts";
import { seasonOf, type Season } from "../../../src/periodization/season/season.ts";
import { testWeeks } from "../../../src/periodization/season/test-weeks.ts";
import type { PlanBasis } from "../../../src/periodization/week/plan-basis.ts";
import type { PlanEvent } from "../../../src/plan/event-schema.ts";
import { shipped } from "../library/shipped.ts";

/** The Monday on which these plans start. */
export const START: CalendarDate = "2026-12-07";

/** A day of the plan: 0 is its first Monday. */
export const dayOf = (day: number): CalendarDate => addDays(START, day);

/** Eight hours on Tuesday, Thursday, Saturday and Sunday, seven ridden now; change one thing. */
export const aProfile = (change: Partial<Profile> = {}): Profile => ({
  ftp: 250,
  age: 35,
  goals: [],
  experience_level: "intermediate",
  weekly_hours_available: 8,
  recent_weekly_hours: 7,
  longest_recent_ride_minutes: 150,
  ctl: 45,
  training_availability: { week_days: ["Tuesday", "Thursday", "Saturday", "Sunday"] },
  assumptions: [],
  ...change,
});

export const aRider = (change: Partial<Profile> = {}, event?: PlanEvent): Rider => riderOf(aProfile(change), event);

export const weeksFrom = (weeks: number): Timeline => ({
  start: START,
  weeks,
  end: dayOf(weeks * 7 - 1),
  warnings: [],
  eventWeeks: 0,
});

/** An event of six hours on the last Sunday of so many weeks. */
export const eventAfter = (weeks: number, change: Partial<PlanEvent> = {}): PlanEvent => ({
  date: dayOf(weeks * 7 - 1),
  type: "century",
  hours: 6,
  days: 1,
  intensity_pct: 70,
  ...change,
});

interface SeasonOf {
  readonly weeks: number;
  readonly rider?: Rider;
  readonly event?: PlanEvent | undefined;
  readonly taperDays?: number;
}

export const aSeason = ({
  weeks,
  rider = aRider(),
  event,
  taperDays = event === undefined ? 0 : 14,
}: SeasonOf): Season => seasonOf({ rider, timeline: weeksFrom(weeks), event, taperDays });

/** What a plan of so many weeks knows before its first one is filled, with the shipped library's ladders. */
export function aBasis({ profile = {}, ...of }: Omit<SeasonOf, "rider"> & { profile?: Partial<Profile> }): PlanBasis {
  const rider = aRider(profile, of.event);
  const season = aSeason({ ...of, rider });
  const catalogue = catalogueOf(shipped);
  return {
    rider,
    season,
    goal: of.event === undefined ? "improve-ftp" : "event",
    ladderForms: new LadderForms(catalogue.forms, rider.level),
    catalogue,
    tests: testWeeks(season, rider, undefined),
    tuning: UNTUNED,
  };
}
