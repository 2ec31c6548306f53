import OpenAI from "openai";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure } from "./failure.ts";
import { takesEffort } from "./models.ts";
import {
  NO_USAGE,
  textOr,
  type Adapter,
  type Connection,
  type ModelAnswer,
  type ModelRequest,
  type Usage,
} from "./port.ts";
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

const usageOf = (usage: OpenAI.CompletionUsage): Usage => ({
  input: usage.prompt_tokens,
  cached: usage.prompt_tokens_details?.cached_tokens ?? 0,
  output: usage.completion_tokens,
  reasoning: usage.completion_tokens_details?.reasoning_tokens ?? 0,
});

const STOPS: Readonly<Record<string, ModelAnswer["stop"]>> = { length: "length", content_filter: "refusal" };

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
  return {
    provider: connection.provider,
    model: connection.model,
    ask: async (request, { signal, onPiece }) => {
      const stream = await client.chat.completions.create(paramsOf(connection, request), { signal });
      let text = "";
      let refusal = "";
      const calls: string[] = [];
      let reason: string | undefined;
      let usage = NO_USAGE;
      for await (const chunk of stream) {
        if (chunk.usage) usage = usageOf(chunk.usage);
        // Compatible servers send chunks without choices, and choices without a delta.
        const choice = chunk.choices.at(0);
        const piece = choice?.delta.content ?? "";
        text += piece;
        refusal += choice?.delta.refusal ?? "";
        for (const { index, function: call } of choice?.delta.tool_calls ?? [])
          calls[index] = `${calls[index] ?? ""}${call?.arguments ?? ""}`;
        reason = choice?.finish_reason ?? reason;
        onPiece(piece);
      }
      // A stream that is cut between two events ends like a whole one, but nobody said why it stopped.
      if (reason === undefined) throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
      return {
        text: textOr(text, calls),
        stop: refusal === "" ? (STOPS[reason] ?? "end") : "refusal",
        explanation: refusal === "" ? undefined : refusal,
        usage,
      };
    },
    list: async ({ signal }) =>
      (await client.models.list({ signal })).data.map(({ id }) => id.replace(/^models\//, "")),
  };
}
