import Anthropic from "@anthropic-ai/sdk";
import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { ModelFailure } from "./failure.ts";
import { countsSchema, Gathering, partOf, tokensOf, type Counts } from "./gathering.ts";
import { takesEffort } from "./models.ts";
import type { Adapter, Connection, ModelAnswer, ModelRequest, Usage } from "./port.ts";
import { checkedFetch } from "./wire-fetch.ts";

const SDK_TIMEOUT_MS = 30 * 60 * 1000;

type Params = Anthropic.MessageCreateParamsStreaming;

/** The conversation; what other requests begin with as well is a part of its own that may be cached. */
const messagesOf = ({ messages, sharedLength = 0 }: ModelRequest): Params["messages"] =>
  messages.map(({ role, content }, i) =>
    i > 0 || sharedLength === 0
      ? { role, content }
      : {
          role,
          content: [
            { type: "text", text: content.slice(0, sharedLength), cache_control: { type: "ephemeral" } },
            { type: "text", text: content.slice(sharedLength) },
          ],
        },
  );

function paramsOf(model: string, request: ModelRequest): Params {
  const effort = takesEffort("anthropic", model) ? { effort: "low" as const } : {};
  const format =
    request.schema === undefined
      ? {}
      : { format: { type: "json_schema" as const, schema: { ...request.schema.json } } };
  return {
    model,
    max_tokens: request.maxTokens,
    stream: true,
    system: [{ type: "text", text: request.system, cache_control: { type: "ephemeral" } }],
    messages: messagesOf(request),
    output_config: { ...effort, ...format },
  };
}

const text = z.string().nullish();
/** What is read of an event; each kind of event has some of it. */
const eventSchema = z.object({
  type: text,
  content_block: z.object({ type: text }).nullish(),
  delta: z
    .object({
      type: text,
      text,
      partial_json: text,
      stop_reason: text,
      stop_details: z.object({ explanation: text }).nullish(),
    })
    .nullish(),
  message: z.object({ usage: countsSchema }).nullish(),
  usage: countsSchema,
});

/** Anthropic counts cached tokens beside the others; compatible servers leave fields out. */
function usageOf(start: Counts, end: Counts): Usage {
  const pick = (name: "input_tokens" | "cache_read_input_tokens" | "cache_creation_input_tokens"): number =>
    tokensOf(end?.[name] ?? start?.[name]);
  const details = end?.output_tokens_details;
  return {
    input: pick("input_tokens") + pick("cache_read_input_tokens") + pick("cache_creation_input_tokens"),
    cached: pick("cache_read_input_tokens"),
    output: tokensOf(end?.output_tokens ?? start?.output_tokens),
    reasoning: isRecord(details) ? tokensOf(details.thinking_tokens) : 0,
  };
}

const STOPS: Readonly<Record<string, ModelAnswer["stop"]>> = {
  max_tokens: "length",
  model_context_window_exceeded: "length",
  refusal: "refusal",
};

const listSchema = z.object({ data: z.array(z.object({ id: z.string() })) });

/** Claude behind Anthropic's own SDK. Answers are bound to the schema by `output_config`; a forced tool is refused by today's models. */
export function anthropicAdapter(connection: Connection): Adapter {
  const { model } = connection;
  const client = new Anthropic({
    apiKey: connection.key ?? "none",
    authToken: null,
    credentials: null,
    config: null,
    profile: null,
    webhookKey: null,
    baseURL: connection.baseUrl,
    maxRetries: 0,
    timeout: SDK_TIMEOUT_MS,
    logLevel: "off",
    fetch: checkedFetch(connection.fetch, { isFlat: false }),
  });
  return {
    provider: "anthropic",
    model,
    ask: async (request, { signal, onPiece }) => {
      const stream = await client.messages.create(paramsOf(model, request), { signal });
      const answer = new Gathering(request);
      let [start, end]: [Counts, Counts] = [undefined, undefined];
      let reason: string | undefined;
      let explanation: string | undefined;
      let isWhole = false;
      for await (const part of stream) {
        const { type, content_block: block, delta, message, usage } = partOf(eventSchema, part);
        const isDelta = type === "content_block_delta";
        const piece = isDelta && delta?.type === "text_delta" ? (delta.text ?? "") : "";
        answer.add(piece);
        onPiece(piece);
        if (type === "content_block_start" && block?.type === "tool_use") answer.addCall("");
        if (isDelta && delta?.type === "input_json_delta") answer.addCall(delta.partial_json ?? "", answer.lastCall);
        if (type === "message_start") start = message?.usage;
        if (type === "message_delta") {
          end = usage;
          reason = delta?.stop_reason ?? undefined;
          explanation = delta?.stop_details?.explanation ?? undefined;
        }
        if (type === "message_stop") isWhole = true;
      }
      if (!isWhole) throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
      return {
        text: answer.text,
        stop: STOPS[reason ?? ""] ?? "end",
        explanation,
        usage: usageOf(start, end),
      };
    },
    list: async ({ signal }) =>
      partOf(listSchema, await client.models.list({ limit: 100 }, { signal })).data.map(({ id }) => id),
  };
}
