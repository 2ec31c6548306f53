import { PlanError } from "../base/errors.ts";
import { OVERVIEW_SYSTEM, overviewBrief } from "../coach/brief.ts";
import { overviewForm } from "../coach/overview-form.ts";
import { proposeOverviewByModel, type Proposed } from "../coach/propose-overview.ts";
import { seasonFrame, type SeasonFrame } from "../coach/season-frame.ts";
import { joinWords } from "../base/text.ts";
import { catalogueOf } from "../library/catalogue.ts";
import type { OutsideOverview } from "../periodization/outside-schema.ts";
import { ask, type AskPorts } from "../providers/ask.ts";
import { ModelFailure } from "../providers/failure.ts";
import { takesTemperature } from "../providers/models.ts";
import type { Adapter, Connection, Message, ModelRequest } from "../providers/port.ts";
import { providerError } from "../providers/remedies.ts";
import { wireSchema } from "../providers/wire-schema.ts";
import type { PlanFile } from "../plan/schema.ts";
import type { Finding } from "../rules/rule.ts";
import { attemptPlan, compilePlan, type CompiledPlan, type CompileInput } from "./compile.ts";

/** The model of a run, and how it is asked. */
export interface ModelChoice {
  readonly connection: Connection;
  /** Loads the SDK, only now. */
  readonly open: () => Promise<Adapter>;
  readonly maxTokens: number;
  readonly temperature: number;
  /** How often findings go back to the model. */
  readonly repairs: number;
  /** What the tools do not accept ends the run. */
  readonly isStrict: boolean;
  /** Called once the run is over, however it ended. */
  readonly finish: () => Promise<void>;
  readonly ports: Omit<AskPorts, "key">;
}

/** What one run would send first: made of the request alone, so that it can be shown without sending it. */
export interface FirstRequest {
  readonly system: string;
  readonly brief: string;
}

interface Prepared extends FirstRequest {
  readonly own: CompiledPlan;
  readonly frame: SeasonFrame;
}

/** The built-in plan first: an impossible request ends here and nothing is sent. Its weeks are the limits that the model is told. */
function prepared(input: CompileInput): Prepared {
  const own = compilePlan(input);
  const frame = seasonFrame(own.overview);
  return { own, frame, system: OVERVIEW_SYSTEM, brief: overviewBrief(own.overview, frame, catalogueOf(input.library)) };
}

/** The words that a run with a model would send, and nothing is sent. */
export const firstRequest = (input: CompileInput): FirstRequest => prepared(input);

interface Turn {
  readonly messages: readonly Message[];
  readonly isLonger: boolean;
}

function requestOf(choice: ModelChoice, frame: SeasonFrame, { messages, isLonger }: Turn): ModelRequest {
  const { provider, model } = choice.connection;
  const open = [...new Set(frame.limits.flatMap((week) => week.open))].sort((a, b) => a - b);
  return {
    system: OVERVIEW_SYSTEM,
    messages,
    schema: { name: "overview", json: wireSchema(overviewForm(open), provider) },
    maxTokens: choice.maxTokens * (isLonger ? 2 : 1),
    temperature: takesTemperature(provider, model) ? choice.temperature : undefined,
  };
}

/** What the overview tool, the library, the week tool and the finalize tool say of an overview: their findings. */
function judged(input: CompileInput, overview: OutsideOverview): readonly Finding[] {
  try {
    const attempt = attemptPlan({ ...input, outsideOverview: overview });
    return attempt.kind === "done" ? [] : attempt.findings;
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    const details: unknown = error.details;
    const week = typeof details === "object" && details !== null && "week" in details ? details.week : undefined;
    return [
      {
        rule: "overview",
        severity: "hard",
        message: error.message,
        numbers: {},
        ...(typeof week === "number" ? { week } : {}),
      },
    ];
  }
}

async function proposed(input: CompileInput, choice: ModelChoice, { frame, brief }: Prepared): Promise<Proposed> {
  try {
    const adapter = await choice.open();
    return await proposeOverviewByModel(
      frame,
      { brief, repairs: choice.repairs },
      {
        ask: (messages, isLonger) =>
          ask(adapter, requestOf(choice, frame, { messages, isLonger }), {
            ...choice.ports,
            key: choice.connection.key,
          }),
        judge: (overview) => judged(input, overview),
      },
    );
  } catch (error) {
    throw error instanceof ModelFailure ? providerError(error, choice.connection) : error;
  }
}

/** What the plan says where the planner had to step in. */
function takeoverWarning({ takenOver, overview, faults }: Proposed): string[] {
  const why = faults[0] === undefined ? "" : ` First of what was wrong: ${faults[0].replace(/\.$/, "")}.`;
  if (overview === undefined)
    return [`The whole overview comes from the built-in planner: the model's answers could not be used.${why}`];
  if (takenOver.length === 0)
    return faults.length === 0 ? [] : [`The model's overview was brought inside your limits.${why}`];
  const weeks = `${takenOver.length === 1 ? "Week" : "Weeks"} ${joinWords(takenOver.map(String))}`;
  return [
    `${weeks} of the overview come${takenOver.length === 1 ? "s" : ""} from the built-in planner: the model's did not keep the rules.${why}`,
  ];
}

function refuseStrictly({ faults }: Proposed, { connection }: ModelChoice): never {
  throw new PlanError({
    code: "PROVIDER_FAILED",
    message: `${connection.model} proposed no overview that keeps the rules: ${faults.slice(0, 5).join("; ")}. No plan was written.`,
    hint: "Leave --strict out: the built-in planner then takes over what the model cannot.",
    details: { faults },
  });
}

const withMetadata = (plan: PlanFile, choice: ModelChoice, said: Proposed): PlanFile => ({
  ...plan,
  ai_metadata: {
    ...plan.ai_metadata,
    ai_provider: choice.connection.provider,
    ai_model: choice.connection.model,
    usage: {
      input_tokens: said.usage.input,
      output_tokens: said.usage.output,
      cached_tokens: said.usage.cached,
      reasoning_tokens: said.usage.reasoning,
      retries: said.retries,
      repairs: said.repairs,
      overview_weeks: {
        model: plan.training_plan.weekly_plan
          .map((week) => week.week_number)
          .filter((week) => !said.takenOver.includes(week)),
        planner: said.takenOver,
      },
    },
  },
});

/** Library strategy: a model proposes the overview, the library fills its weeks, and the same tools decide. Throws PROVIDER_FAILED. */
export async function compileWithModel(input: CompileInput, choice: ModelChoice): Promise<CompiledPlan> {
  const before = prepared(input);
  const said = await proposed(input, choice, before);
  if (choice.isStrict && said.faults.length > 0) refuseStrictly(said, choice);
  const warnings = [...(input.warnings ?? []), ...takeoverWarning(said)];
  const compiled = compilePlan({
    ...input,
    warnings,
    ...(said.overview === undefined ? {} : { outsideOverview: said.overview }),
  });
  return { ...compiled, plan: withMetadata(compiled.plan, choice, said) };
}
