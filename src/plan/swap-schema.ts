import { z } from "zod";
import { ACCEPTED } from "../athlete/accepted-range.ts";
import { WEEKDAYS } from "../base/calendar.ts";

/** What a model may propose of a week that the planner planned. */
export const SWAP_KINDS = ["kind", "day", "theme", "name", "note"] as const;

const swapFields = {
  week: z.number().int().min(1).max(ACCEPTED.weeks.high),
  what: z.enum(SWAP_KINDS),
  weekday: z.enum(WEEKDAYS).optional(),
  /** What was planned, and what was proposed for it: a ladder or a kind of ride, a day, or words. */
  from: z.string().optional(),
  to: z.string(),
  /** The model's reason, where its words may stand in a plan. */
  why: z.string(),
};
const takenSwapSchema = z.strictObject(swapFields);
export type TakenSwap = z.infer<typeof takenSwapSchema>;
const refusedSwapSchema = z.strictObject({ ...swapFields, because: z.string() });

/** What came of a model's proposals for a plan of the planner's. */
export const swapsSchema = z.strictObject({
  taken: z.array(takenSwapSchema),
  refused: z.array(refusedSwapSchema),
  /** Why the last answer could not be used at all. */
  unusable: z.string().optional(),
});
export type Swaps = z.infer<typeof swapsSchema>;

/** Who plans the weeks of a plan with a model: the planner, and the model proposes swaps, or the model itself. */
export const OVERVIEW_BY = ["planner", "model"] as const;
export type OverviewBy = (typeof OVERVIEW_BY)[number];
