import { z } from "zod";
import { PlanError } from "../../base/errors.ts";
import { jsonText } from "../../base/json.ts";
import { effectSchema, intentSchema } from "../../plan/change-schema.ts";
import { checkedInOrder } from "../../storage/check-schema.ts";
import { applied } from "./living.ts";
import { livingPlan, type OpenPlan } from "./open-living.ts";
import type { Proposal } from "./propose.ts";

const proposalSchema = z.strictObject({
  proposal: z.literal("1"),
  plan_id: z.string(),
  /** SHA-256 of the plan file that it was made for. */
  plan_hash: z.string(),
  words: z.string(),
  intents: z.array(intentSchema).min(1),
  costs: z.string(),
  effect: effectSchema,
});
export type KeptProposal = z.infer<typeof proposalSchema>;

/** A proposal as a file, to be looked at and taken later. */
export const proposalText = (open: OpenPlan, { words, proposal }: { words: string; proposal: Proposal }): string =>
  jsonText({
    proposal: "1",
    plan_id: open.onDisk.file.training_plan.plan_id,
    plan_hash: open.onDisk.hash,
    words,
    intents: proposal.intents,
    costs: proposal.costs,
    effect: proposal.effect,
  });

/** True for what says that it is one, whole or not. */
export const isProposal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, "proposal");

/** Reads such a file. Throws INPUT_INVALID with the fields that are wrong. */
export const readProposal = (value: unknown, source: string): KeptProposal =>
  checkedInOrder(proposalSchema, value, {
    source,
    what: "proposal",
    hint: "Make one with cycling-plan change WORDS --out FILE.",
  });

/** The proposal again, if the plan is as it was. Throws INPUT_INVALID where it has moved on. */
export function applyProposal(open: OpenPlan, kept: KeptProposal): Proposal {
  if (kept.plan_hash !== open.onDisk.hash)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `The plan ${open.onDisk.file.training_plan.plan_id} has moved on since that proposal was made.`,
      hint: `Propose it again: cycling-plan change ${kept.words}.`,
      details: { expected: kept.plan_hash, found: open.onDisk.hash },
    });
  const before = livingPlan(open);
  const { intents, costs, effect } = kept;
  return { intents, costs, effect, before, after: applied(before, effect), others: [] };
}
