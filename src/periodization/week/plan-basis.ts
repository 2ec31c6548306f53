import type { Rider } from "../../athlete/rider.ts";
import type { GoalKind } from "../../plan/schema.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import type { Season } from "../season/season.ts";
import type { LadderForms } from "./ladder-forms.ts";

/** What stays the same for the whole plan. */
export interface PlanBasis {
  readonly rider: Rider;
  readonly season: Season;
  readonly goal: GoalKind;
  readonly ladderForms: LadderForms;
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
