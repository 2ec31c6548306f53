import Anthropic from "@anthropic-ai/sdk";
import { ModelFailure } from "./failure.ts";
import { takesEffort } from "./models.ts";
import { textOr, type Adapter, type Connection, type ModelAnswer, type ModelRequest, type Usage } from "./port.ts";
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

interface Counts {
  input_tokens?: number | null;
  cache_read_input_tokens?: number | null;
  cache_creation_input_tokens?: number | null;
  output_tokens?: number | null;
  output_tokens_details?: { thinking_tokens?: number | null } | null;
}

/** Anthropic counts cached tokens beside the others; compatible servers leave fields out. */
function usageOf(start: Counts, end: Counts): Usage {
  const pick = (name: "input_tokens" | "cache_read_input_tokens" | "cache_creation_input_tokens"): number =>
    end[name] ?? start[name] ?? 0;
  return {
    input: pick("input_tokens") + pick("cache_read_input_tokens") + pick("cache_creation_input_tokens"),
    cached: pick("cache_read_input_tokens"),
    output: end.output_tokens ?? start.output_tokens ?? 0,
    reasoning: end.output_tokens_details?.thinking_tokens ?? 0,
  };
}

const STOPS: Readonly<Record<string, ModelAnswer["stop"]>> = {
  max_tokens: "length",
  model_context_window_exceeded: "length",
  refusal: "refusal",
};

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
      let text = "";
      let [start, end]: [Counts, Counts] = [{}, {}];
      let reason: string | undefined;
      let explanation: string | undefined;
      const calls: string[] = [];
      let isWhole = false;
      for await (const event of stream) {
        const piece = event.type === "content_block_delta" && event.delta.type === "text_delta" ? event.delta.text : "";
        text += piece;
        onPiece(piece);
        if (event.type === "content_block_start" && event.content_block.type === "tool_use") calls.push("");
        if (event.type === "content_block_delta" && event.delta.type === "input_json_delta")
          calls.push(`${calls.pop() ?? ""}${event.delta.partial_json}`);
        if (event.type === "message_start") start = event.message.usage;
        if (event.type === "message_delta") {
          end = event.usage;
          reason = event.delta.stop_reason ?? undefined;
          explanation = event.delta.stop_details?.explanation ?? undefined;
        }
        if (event.type === "message_stop") isWhole = true;
      }
      if (!isWhole) throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
      return {
        text: textOr(text, calls),
        stop: STOPS[reason ?? ""] ?? "end",
        explanation,
        usage: usageOf(start, end),
      };
    },
    list: async ({ signal }) => (await client.models.list({ limit: 100 }, { signal })).data.map(({ id }) => id),
  };
}
