import type { Rider } from "../../athlete/rider.ts";
import type { GoalKind } from "../../plan/schema.ts";
import type { LadderCatalogue } from "../../workout/ladder.ts";
import type { LadderForms } from "../intake/ladder-forms.ts";
import type { Tuning } from "../retune/tuning.ts";
import type { Season } from "../season/season.ts";

/** What stays the same for the whole plan. */
export interface PlanBasis {
  readonly rider: Rider;
  readonly season: Season;
  readonly goal: GoalKind;
  readonly ladderForms: LadderForms;
  readonly catalogue: LadderCatalogue;
  /** Weeks that hold a test, and where. */
  readonly tests: ReadonlyMap<number, "start" | "end">;
  readonly tuning: Tuning;
}
