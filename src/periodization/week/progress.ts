import type { Rider } from "../../athlete/rider.ts";
import type { Fitness } from "../../load/fitness.ts";
import type { GoalKind, Phase } from "../../plan/schema.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import type { Reason } from "../../workout/schema.ts";
import { emptyBook, type LadderBook, type LadderShelf } from "./next-session.ts";
import type { Season, SeasonWeek } from "../season/season.ts";
import type { FilledSlot } from "./ride-minutes.ts";
import type { StrengthDay } from "./strength.ts";
import type { WeekTemplate } from "./week-template.ts";

/** What stays the same for the whole plan. */
export interface Context {
  readonly rider: Rider;
  readonly season: Season;
  readonly goal: GoalKind;
  readonly shelf: LadderShelf;
  readonly catalogue: LadderCatalogue;
  /** Weeks that hold a test, and where. */
  readonly tests: ReadonlyMap<number, "start" | "end">;
  /** Factors on a week's minutes, after a tool found it too hard. */
  readonly easing: ReadonlyMap<number, number>;
  /** Share of riding cut in the taper, where the event's usual share left the wrong form. */
  readonly taperCut?: number;
  /** Factor on the work above 75 % that weeks may hold, after a phase held too much of it. */
  readonly workShare?: number;
  /** The long ride is on a day of those where the longest belongs, after it was longer elsewhere. */
  readonly longInTime?: boolean;
  /** Most minutes of a ride before the weeks where the longest belongs, after those could not hold a longer one. */
  readonly longCap?: number;
}

/** A week with its rides decided. */
export interface PlannedWeek {
  readonly week: SeasonWeek;
  readonly slots: readonly FilledSlot[];
  readonly strength: readonly StrengthDay[];
  readonly minutes: number;
  readonly load: number;
  /** Which limit set the minutes. */
  readonly bound: Reason;
  readonly template: WeekTemplate | undefined;
  /** Where the ladders stand after this week. */
  readonly book: LadderBook;
}

/** What the weeks so far leave to the next one. */
export interface State {
  readonly book: LadderBook;
  readonly fitness: Fitness;
  /** Longest ride so far in minutes: recent riding included, and of this plan alone. */
  readonly longestMinutes: number;
  readonly longestPlanned: number;
  /** Most minutes of a load week so far, recent riding included. */
  readonly bestMinutes: number;
  /** Load weeks of the block that is open, and the last three of all. */
  readonly block: readonly PlannedWeek[];
  readonly lastLoads: readonly PlannedWeek[];
  readonly lastLongMinutes: number;
  /** Days of the plan, counted from its first Monday; -99 where there is none yet. */
  readonly lastHard: number;
  readonly lastVo2: number;
  readonly lastTest: number;
  readonly lastRide: number;
  readonly lastStrength: number;
  readonly lastLong: number | undefined;
  readonly template: WeekTemplate | undefined;
  readonly turns: Readonly<Record<Phase, number>>;
}

export const startState = (rider: Rider): State => ({
  book: emptyBook,
  fitness: { ctl: rider.startingCtl, atl: rider.startingAtl },
  longestMinutes: rider.longestRecentMinutes,
  longestPlanned: 0,
  bestMinutes: rider.recentMinutes,
  block: [],
  lastLoads: [],
  lastLongMinutes: 0,
  lastHard: -99,
  lastVo2: -99,
  lastTest: -99,
  lastRide: -1,
  lastStrength: -99,
  lastLong: undefined,
  template: undefined,
  turns: { base: 0, build: 0, peak: 0, taper: 0 },
});
