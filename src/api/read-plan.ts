import type { z } from "zod";
import { PlanError } from "../base/errors.ts";
import { taskOfRequest } from "../jobs/change/task-of-request.ts";
import { requestFileSchema } from "../jobs/generate/request-file.ts";
import { overviewSchema, planFileSchema } from "../plan/schema.ts";
import { checkedInOrder } from "../storage/check-schema.ts";
import type { PlanState } from "./plan-state.ts";

/** The files of a plan: as JSON text, or as the values in it. */
export interface PlanFiles {
  /** `{plan_id}_plan.json`. */
  readonly plan: unknown;
  /** `{plan_id}_overview.json`. */
  readonly overview?: unknown;
  /** `{plan_id}_request.json`. */
  readonly request?: unknown;
  /** Days that were ridden, `2026-12-01`. */
  readonly done?: PlanState["done"];
}

function valueOf(file: unknown, source: string): unknown {
  if (typeof file !== "string") return file;
  try {
    return JSON.parse(file);
  } catch (error) {
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${source} is no JSON.`,
      hint: "Give the text of the file as the program wrote it, or the value in it.",
      cause: error,
    });
  }
}

function read<T>(schema: z.ZodType<T>, file: unknown, what: string): T {
  const source = `the ${what}`;
  const hint = `Correct the listed fields, or compare it with schemas/${what.split(" ")[0]}.json.`;
  return checkedInOrder(schema, valueOf(file, source), { source, what, hint });
}

/** Reads the files of a plan, each held to its schema. Throws `PlanError` INPUT_INVALID with the fields that are wrong. */
export function readPlan({ plan: planFile, overview, request, done }: PlanFiles): PlanState {
  const plan = read(planFileSchema, planFile, "plan file");
  const asked = request === undefined ? undefined : read(requestFileSchema, request, "request file");
  return {
    plan,
    overview: overview === undefined ? undefined : read(overviewSchema, overview, "overview"),
    task: taskOfRequest(asked, plan.training_plan, false),
    done,
  };
}
