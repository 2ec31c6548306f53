import { PlanError } from "../../base/errors.ts";
import { joinWords } from "../../base/text.ts";
import { OVERVIEW_SYSTEM, overviewBrief } from "../../coach/brief.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { overviewForm } from "../../coach/overview-form.ts";
import { proposeOverviewByModel, type Proposed } from "../../coach/propose-overview.ts";
import { seasonFrame, type SeasonFrame } from "../../coach/season-frame.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import { parseOutsideOverview, type OutsideOverview } from "../../periodization/overview/outside-schema.ts";
import type { ModelProgress } from "../../plan/schema.ts";
import { takesTemperature } from "../../providers/models.ts";
import type { Adapter } from "../../providers/port.ts";
import { wireSchema } from "../../providers/wire-schema.ts";
import { OVERVIEW_REFUSED, type Finding } from "../../rules/finding.ts";
import { attemptPlan, compilePlan, type CompiledPlan, type CompileInput } from "../compile/compile.ts";
import type { ModelChoice } from "./compile-with-model.ts";
import { asking, type Tally } from "./tally.ts";

/** What one run would send first: made of the request alone, so that it can be shown without sending it. */
export interface FirstRequest {
  readonly system: string;
  readonly brief: string;
}

export interface Prepared extends FirstRequest {
  readonly own: CompiledPlan;
  readonly frame: SeasonFrame;
}

/** The built-in plan first: an impossible request ends here and nothing is sent. Its weeks are the limits that the model is told. */
export function prepared(input: CompileInput): Prepared {
  const own = compilePlan(input);
  const frame = seasonFrame(own.overview);
  return { own, frame, system: OVERVIEW_SYSTEM, brief: overviewBrief(own.overview, frame, catalogueOf(input.library)) };
}

/** Weekdays of a season that may hold a ride, Monday 0. */
export const openDays = (frame: SeasonFrame): number[] =>
  [...new Set(frame.limits.flatMap((week) => week.open))].sort((a, b) => a - b);

/** What the overview tool, the library, the week tool and the finalize tool say of an overview: their findings. */
function judged(input: CompileInput, frame: SeasonFrame, overview: OutsideOverview): readonly Finding[] {
  try {
    const attempt = attemptPlan({ ...input, outsideOverview: overview, fixedDays: frame.fixed });
    return attempt.kind === "done" ? [] : attempt.findings;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const details: unknown = error.details;
    const week = typeof details === "object" && details !== null && "week" in details ? details.week : undefined;
    return [
      {
        rule: OVERVIEW_REFUSED,
        severity: "hard",
        message: error.message,
        numbers: {},
        ...(typeof week === "number" ? { week } : {}),
      },
    ];
  }
}

/** An overview with who made it: the model's, the planner's, or both. */
export type SaidOverview = Pick<Proposed, "overview" | "takenOver" | "faults">;

/** The overview that an interrupted run had accepted. */
export const saidBefore = ({ overview, taken_over: takenOver, faults }: ModelProgress): SaidOverview => ({
  overview: overview === null || overview === undefined ? undefined : parseOutsideOverview(overview),
  takenOver,
  faults,
});

interface Asking {
  readonly adapter: Adapter;
  readonly choice: ModelChoice;
  readonly tally: Tally;
}

/** Asks for the overview. Throws ModelFailure, or PROVIDER_FAILED where a strict run gets none that keeps the rules. */
export async function proposedOverview(
  input: CompileInput,
  { frame, brief }: Prepared,
  { adapter, choice, tally }: Asking,
): Promise<SaidOverview> {
  const { provider, model } = choice.connection;
  const request = {
    system: OVERVIEW_SYSTEM,
    schema: { name: "overview", json: wireSchema(overviewForm(openDays(frame)), provider) },
    temperature: takesTemperature(provider, model) ? choice.temperature : undefined,
  };
  const said = await proposeOverviewByModel(
    frame,
    { brief, repairs: choice.repairs },
    {
      ask: asking(adapter, choice, { request, tally, signal: choice.ports.signal }),
      judge: (overview) => judged(input, frame, overview),
    },
  );
  tally.add({ ...NO_EFFORT, repairs: said.effort.repairs });
  if (choice.isStrict && said.faults.length > 0) refuseStrictly("overview", said.faults, choice);
  return said;
}

/** Ends a strict run with what was wrong. Throws PROVIDER_FAILED. */
export function refuseStrictly(what: string, faults: readonly string[], { connection }: ModelChoice): never {
  throw new PlanError({
    code: "PROVIDER_FAILED",
    message: `${connection.model} proposed no ${what} that keeps the rules: ${faults.slice(0, 5).join("; ")}. No plan was written.`,
    hint: "Without --strict the built-in planner and the library take over what the model cannot.",
    details: { faults },
  });
}

/** The first fault as a sentence after others. */
export const firstFault = (faults: readonly string[]): string =>
  faults[0] === undefined ? "" : ` First of what was wrong: ${faults[0].replace(/\.$/, "")}.`;

/** What the plan says where the planner had to step in. */
export function overviewWarnings({ takenOver, overview, faults }: SaidOverview): string[] {
  const why = firstFault(faults);
  if (overview === undefined)
    return [`The whole overview comes from the built-in planner: the model's answers could not be used.${why}`];
  if (takenOver.length === 0)
    return faults.length === 0 ? [] : [`The model's overview was brought inside your limits.${why}`];
  const weeks = `${takenOver.length === 1 ? "Week" : "Weeks"} ${joinWords(takenOver.map(String))}`;
  return [
    `${weeks} of the overview come${takenOver.length === 1 ? "s" : ""} from the built-in planner: the model's did not keep the rules.${why}`,
  ];
}
