import OpenAI from "openai";
import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure } from "./failure.ts";
import { takesEffort } from "./models.ts";
import { countsSchema, Gathering, partOf, tokensOf, type Counts } from "./gathering.ts";
import { NO_USAGE, type Adapter, type Connection, type ModelAnswer, type ModelRequest, type Usage } from "./port.ts";
import { OptionalFields } from "./optional-fields.ts";
import { checkedFetch } from "./wire-fetch.ts";

const SDK_TIMEOUT_MS = 30 * 60 * 1000;

type Params = OpenAI.ChatCompletionCreateParamsStreaming;

function paramsOf({ provider, model }: Connection, request: ModelRequest): Params {
  const { schema } = request;
  return {
    model,
    stream: true,
    stream_options: { include_usage: true },
    max_completion_tokens: request.maxTokens,
    messages: [{ role: "system", content: request.system }, ...request.messages],
    ...givenOnly({
      temperature: request.temperature,
      reasoning_effort: takesEffort(provider, model) ? ("low" as const) : undefined,
      response_format: schema && {
        type: "json_schema" as const,
        json_schema: { name: schema.name, strict: true, schema: schema.json },
      },
    }),
  };
}

/** What compatible servers refuse that older or smaller ones do not know; nothing of an answer rests on it. */
const OPTIONAL = {
  max_completion_tokens: ["max_tokens"],
  reasoning_effort: [],
  stream_options: ["include_usage"],
  temperature: [],
};

const text = z.string().nullish();
/** What is read of a chunk. Compatible servers send chunks without choices, and choices without a delta. */
const chunkSchema = z.object({
  choices: z
    .array(
      z.object({
        delta: z
          .object({
            content: text,
            refusal: text,
            tool_calls: z
              .array(z.object({ index: z.int().min(0).max(100), function: z.object({ arguments: text }).nullish() }))
              .nullish(),
          })
          .nullish(),
        finish_reason: text,
      }),
    )
    .nullish(),
  usage: countsSchema,
});

function usageOf(usage: NonNullable<Counts>): Usage {
  const detail = (of: string, name: string): number => {
    const details = usage[of];
    return isRecord(details) ? tokensOf(details[name]) : 0;
  };
  return {
    input: tokensOf(usage.prompt_tokens),
    cached: detail("prompt_tokens_details", "cached_tokens"),
    output: tokensOf(usage.completion_tokens),
    reasoning: detail("completion_tokens_details", "reasoning_tokens"),
  };
}

const STOPS: Readonly<Record<string, ModelAnswer["stop"]>> = { length: "length", content_filter: "refusal" };

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** OpenAI, Gemini at its compatible address, and any server that speaks chat completions, behind OpenAI's own SDK. */
export function openaiAdapter(connection: Connection): Adapter {
  const client = new OpenAI({
    apiKey: connection.key ?? "none",
    baseURL: connection.baseUrl,
    // Otherwise OPENAI_* of the environment would reach a service that is none of OpenAI's.
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: "off",
    fetch: checkedFetch(connection.fetch, { isFlat: false }),
  });
  const optional = new OptionalFields(OPTIONAL);
  return {
    provider: connection.provider,
    model: connection.model,
    ask: async (request, { signal, onPiece }) => {
      const stream = await client.chat.completions.create(optional.without(paramsOf(connection, request)), {
        signal,
      });
      const answer = new Gathering(request);
      let reason: string | undefined;
      let usage = NO_USAGE;
      for await (const part of stream) {
        const chunk = partOf(chunkSchema, part);
        if (chunk.usage) usage = usageOf(chunk.usage);
        const choice = chunk.choices?.at(0);
        const piece = choice?.delta?.content ?? "";
        answer.add(piece);
        answer.addRefusal(choice?.delta?.refusal ?? "");
        for (const { index, function: call } of choice?.delta?.tool_calls ?? [])
          answer.addCall(call?.arguments ?? "", index);
        reason = choice?.finish_reason ?? reason;
        onPiece(piece);
      }
      // A stream that is cut between two events ends like a whole one, but nobody said why it stopped.
      if (reason === undefined) throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
      return {
        text: answer.text,
        stop: answer.refusal === undefined ? (STOPS[reason] ?? "end") : "refusal",
        explanation: answer.refusal,
        usage,
      };
    },
    leaveOut: (words) => optional.leaveOut(words),
    list: async ({ signal }) =>
      partOf(listSchema, await client.models.list({ signal })).data.map(({ id }) => id.replace(/^models\//, "")),
  };
}
