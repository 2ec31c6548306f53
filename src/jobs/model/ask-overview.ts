import { PlanError } from "../../base/errors.ts";
import { joinWords } from "../../base/text.ts";
import { OVERVIEW_SYSTEM, overviewBrief } from "../../coach/overview-brief.ts";
import { NO_EFFORT } from "../../coach/converse.ts";
import { overviewForm } from "../../coach/overview-form.ts";
import { proposeOverviewByModel, type Proposed } from "../../coach/propose-overview.ts";
import { openDays } from "../../coach/season-frame.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import { parseOutsideOverview, type OutsideOverview } from "../../periodization/overview/outside-schema.ts";
import type { ModelProgress } from "../../plan/schema.ts";
import { takesTemperature } from "../../providers/models.ts";
import { wireSchema } from "../../providers/wire-schema.ts";
import { OVERVIEW_REFUSED, type Finding } from "../../rules/finding.ts";
import { attemptPlan } from "../compile/compile.ts";
import { asking, firstFault, refuseStrictly, type ModelRun, type OwnPlan, type RequestWords } from "./model-run.ts";

/** The words that ask for an overview. */
export const overviewRequest = ({ own, frame, library }: OwnPlan): RequestWords => ({
  system: OVERVIEW_SYSTEM,
  brief: overviewBrief(own.overview, frame, catalogueOf(library)),
  form: { name: "overview", schema: overviewForm(openDays(frame)) },
});

/** The task with an overview of a model's in which some weeks, the tests and the openers are the planner's. */
export const taskBy = ({ task, own, frame }: OwnPlan, overview: OutsideOverview, takenOver: readonly number[]) => ({
  ...task,
  outsideOverview: overview,
  byModel: {
    days: frame.fixed,
    weeks: own.overview.weekly_overview.filter(({ week_number: number }) => takenOver.includes(number)),
  },
});

/** What the overview tool, the library, the week tool and the finalize tool say of an overview: their findings. */
function judged(
  run: OwnPlan,
  overview: OutsideOverview,
  takenOver: ReadonlySet<number> | readonly number[],
): readonly Finding[] {
  try {
    const attempt = attemptPlan(taskBy(run, overview, [...takenOver]), run.library);
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
        week: typeof week === "number" ? week : undefined,
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

/** Asks for the overview. Throws ModelFailure, or PROVIDER_FAILED where a strict run gets none that keeps the rules. */
export async function proposedOverview(run: ModelRun): Promise<SaidOverview> {
  const { frame, choice, tally } = run;
  const { provider, model } = choice.connection;
  const { system, brief, form } = overviewRequest(run);
  const request = {
    system,
    schema: { name: form.name, json: wireSchema(form.schema, provider) },
    temperature: takesTemperature(provider, model) ? choice.temperature : undefined,
  };
  const said = await proposeOverviewByModel(
    frame,
    { brief, repairs: choice.repairs },
    {
      ask: asking(run, request, choice.ports.signal),
      judge: (overview, takenOver) => judged(run, overview, takenOver),
    },
  );
  tally.add({ ...NO_EFFORT, repairs: said.effort.repairs });
  if (choice.isStrict && said.faults.length > 0) refuseStrictly("overview", said.faults, choice);
  return said;
}

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
