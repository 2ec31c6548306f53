import { createHash } from "node:crypto";
import { z } from "zod";
import { canonicalJson } from "../base/json.ts";
import { FAILURE_KINDS, ModelFailure } from "./failure.ts";
import { PROVIDERS, type ModelAnswer, type ModelRequest, type ProviderId } from "./port.ts";

const count = z.int().min(0);
const usageSchema = z.strictObject({ input: count, cached: count, output: count, reasoning: count });

const answerSchema = z.strictObject({
  text: z.string(),
  stop: z.enum(["end", "length", "refusal"]),
  explanation: z.string().optional(),
  usage: usageSchema,
});

const failureSchema = z.strictObject({
  kind: z.enum(FAILURE_KINDS),
  message: z.string(),
  status: z.int().optional(),
  retry_after_ms: z.number().min(0).optional(),
});

const questionSchema = z.strictObject({
  provider: z.enum(PROVIDERS),
  model: z.string(),
  max_tokens: z.int().positive(),
  temperature: z.number().nullable(),
  system: z.string(),
  messages: z.array(z.strictObject({ role: z.enum(["user", "assistant"]), content: z.string() })),
  /** Null where a service refused the schema before. */
  schema: z.strictObject({ name: z.string(), json: z.record(z.string(), z.unknown()) }).nullable(),
});
/** Everything that an answer depends on, and nothing of who asks: no key, no header, no address. */
export type Question = z.infer<typeof questionSchema>;

/** One question and what came of each time it was asked, in order. */
export const exchangeSchema = z.strictObject({
  schema_version: z.literal("1"),
  question: questionSchema,
  outcomes: z
    .array(z.union([z.strictObject({ answer: answerSchema }), z.strictObject({ failure: failureSchema })]))
    .min(1),
});
export type Exchange = z.infer<typeof exchangeSchema>;
export type Outcome = Exchange["outcomes"][number];

/** A request to a model as a question that can be kept. */
export const questionOf = (
  at: { readonly provider: ProviderId; readonly model: string },
  request: ModelRequest,
): Question => ({
  provider: at.provider,
  model: at.model,
  max_tokens: request.maxTokens,
  temperature: request.temperature ?? null,
  system: request.system,
  messages: request.messages.map(({ role, content }) => ({ role, content })),
  schema: request.schema === undefined ? null : { name: request.schema.name, json: { ...request.schema.json } },
});

const NAME_LENGTH = 20;

/** The name of a question, made of its content: the same question has it in every run, in whatever order it is asked. */
export const exchangeName = (question: Question): string =>
  createHash("sha256").update(canonicalJson(question)).digest("hex").slice(0, NAME_LENGTH);

export const answerOutcome = ({ text, stop, explanation, usage }: ModelAnswer): Outcome => ({
  answer: { text, stop, explanation, usage: { ...usage } },
});

export const failureOutcome = ({ kind, message, status, retryAfterMs }: ModelFailure): Outcome => ({
  failure: {
    kind,
    message,
    status,
    retry_after_ms: retryAfterMs,
  },
});

/** What was kept, as it happens again: an answer, or the failure that is thrown. */
export function happensAgain(outcome: Outcome): ModelAnswer {
  if ("failure" in outcome) {
    const { kind, message, status, retry_after_ms: retryAfterMs } = outcome.failure;
    throw new ModelFailure({ kind, message, status, retryAfterMs });
  }
  return outcome.answer;
}
