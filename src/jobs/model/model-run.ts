import type { z } from "zod";
import type { AskModel } from "../../coach/converse.ts";
import { seasonFrame, type SeasonFrame } from "../../coach/season-frame.ts";
import type { Library } from "../../library/library.ts";
import type { PlanTask } from "../../plan/task.ts";
import { ask } from "../../providers/ask.ts";
import type { Adapter, ModelRequest } from "../../providers/port.ts";
import { PlanError } from "../../base/errors.ts";
import { compilePlan, type CompiledPlan } from "../compile/compile.ts";
import type { WorkStore } from "./accepted-work.ts";
import type { ModelChoice } from "./model-choice.ts";
import type { Tally } from "./tally.ts";

/** The plan that the built-in planner makes of a task: its weeks are the limits that a model is told. */
export interface OwnPlan {
  readonly task: PlanTask;
  readonly library: Library;
  readonly own: CompiledPlan;
  readonly frame: SeasonFrame;
}

/** The words of one request, and the form of its answer. */
export interface RequestWords {
  readonly system: string;
  readonly brief: string;
  readonly form: { readonly name: string; readonly schema: z.ZodType };
}

/** A run with a model: its task and the built-in plan for it, who is asked, what was counted and accepted so far. */
export interface ModelRun extends OwnPlan {
  readonly choice: ModelChoice;
  /** Opened when it is first needed, and once. */
  readonly adapter: () => Promise<Adapter>;
  readonly tally: Tally;
  readonly store: WorkStore;
}

/** The built-in plan comes first: an impossible request ends here and nothing is sent. */
export function ownPlan(task: PlanTask, library: Library): OwnPlan {
  const own = compilePlan(task, library);
  return { task, library, own, frame: seasonFrame(own.overview) };
}

/** Asks with everything that a request of this run has besides its messages, and counts every answer. */
export const asking =
  (
    { adapter, choice, tally }: ModelRun,
    request: Omit<ModelRequest, "messages" | "maxTokens">,
    signal: AbortSignal,
  ): AskModel =>
  async (messages, isLonger) => {
    const { key } = choice.connection;
    const onPiece = (text: string): void => {
      tally.hear(text);
    };
    const maxTokens = choice.maxTokens * (isLonger ? 2 : 1);
    const ports = { ...choice.ports, signal, key, onPiece };
    const answer = await ask(await adapter(), { ...request, messages, maxTokens }, ports);
    tally.add({ requests: 1, repairs: 0, retries: answer.retries, usage: answer.usage });
    return answer;
  };

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
