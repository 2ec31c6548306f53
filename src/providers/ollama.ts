import { Ollama, type ChatRequest } from "ollama";
import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure } from "./failure.ts";
import { wholeLines } from "./json-lines.ts";
import { Gathering, partOf, tokensOf } from "./gathering.ts";
import type { Adapter, Connection, ModelRequest } from "./port.ts";
import { checkedFetch } from "./wire-fetch.ts";

/** Characters of a token, on the careful side, and how much room is left beyond the estimate. */
const CHARACTERS_PER_TOKEN = 3;
const ROOM = 1.2;
const SMALLEST_CONTEXT = 4096;

/** The context a request needs: Ollama's default of 4096 would drop the start of the prompt without a word. */
function contextFor({ system, messages, maxTokens }: ModelRequest): number {
  const characters = messages.reduce((total, { content }) => total + content.length, system.length);
  const tokens = (characters / CHARACTERS_PER_TOKEN + maxTokens) * ROOM;
  return 2 ** Math.ceil(Math.log2(Math.max(SMALLEST_CONTEXT, tokens)));
}

/** Local answers are short: a model that never stops is cut here, not after sixteen thousand tokens. */
const MOST_TOKENS = 8192;

const chatLimit = ({ maxTokens }: Pick<ModelRequest, "maxTokens">) => ({ maxTokens: Math.min(maxTokens, MOST_TOKENS) });
const jsonOf = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value));

/** `truncate` is understood by the server and missing from the SDK's types: an error instead of a shortened prompt. */
type Chat = ChatRequest & { stream: true; truncate: boolean };

function chatOf(model: string, given: ModelRequest, most: number | undefined): Chat {
  const request = { ...given, ...chatLimit(given) };
  const needed = contextFor(request);
  return {
    model,
    stream: true,
    messages: [{ role: "system", content: request.system }, ...request.messages],
    ...givenOnly({ format: request.schema?.json }),
    think: false,
    truncate: false,
    keep_alive: "10m",
    options: {
      num_ctx: most === undefined ? needed : Math.min(needed, most),
      num_predict: request.maxTokens,
      ...givenOnly({ temperature: request.temperature }),
    },
  };
}

/** The longest context of a model, where the server says so. */
async function contextOf(client: Ollama, model: string): Promise<number | undefined> {
  const shown: unknown = await client.show({ model });
  const info = isRecord(shown) && isRecord(shown.model_info) ? shown.model_info : {};
  const length = Object.entries(info).find(([name]) => name.endsWith(".context_length"))?.[1];
  return typeof length === "number" && length > 0 ? length : undefined;
}

/** Without its default thinking switch off, a server refuses it for models that cannot think. */
const isAboutThinking = (error: unknown): boolean =>
  error instanceof Error && /does not support thinking/i.test(error.message);

/** What is read of a part. Servers that reused their cache leave counts out. */
const partSchema = z.object({
  message: z
    .object({
      content: z.string().nullish(),
      tool_calls: z.array(z.object({ function: z.object({ arguments: z.unknown().optional() }) })).nullish(),
    })
    .nullish(),
  done: z.boolean().nullish(),
  done_reason: z.string().nullish(),
  prompt_eval_count: z.unknown().optional(),
  eval_count: z.unknown().optional(),
});

const listSchema = z.object({ models: z.array(z.object({ name: z.string() })) });

/** The pieces of an answer, line by line; what the server says of itself comes as a whole. */
function linesOf(response: Response, url: string): Response {
  if (!response.ok || response.body === null || !url.endsWith("/api/chat")) return response;
  return new Response(response.body.pipeThrough(wholeLines()), response);
}

/** A model on this machine or in its network, behind Ollama's own SDK and its own address, where the length of the context can be said. */
export function ollamaAdapter({ model, baseUrl, fetch: base }: Connection): Adapter {
  const inner = checkedFetch(base, { isFlat: true });
  const clientFor = (signal: AbortSignal): Ollama =>
    new Ollama({
      host: baseUrl,
      fetch: async (url, init) => linesOf(await inner(url, { ...init, signal }), typeof url === "string" ? url : ""),
    });
  // Who cannot think is not told so with every repair.
  let mayThink = true;
  return {
    provider: "ollama",
    model,
    ask: async (request, { signal, onPiece }) => {
      const client = clientFor(signal);
      const most = await contextOf(client, model);
      onPiece("");
      const chat = chatOf(model, request, most);
      const { think: _, ...plain } = chat;
      const stream = await client.chat(mayThink ? chat : plain).catch((error: unknown) => {
        if (!mayThink || !isAboutThinking(error)) throw error;
        mayThink = false;
        return client.chat(plain);
      });
      const answer = new Gathering(chatLimit(request));
      for await (const sent of stream) {
        const part = partOf(partSchema, sent);
        const piece = part.message?.content ?? "";
        answer.add(piece);
        for (const call of part.message?.tool_calls ?? []) answer.addCall(jsonOf(call.function.arguments));
        onPiece(piece);
        if (part.done !== true) continue;
        return {
          text: answer.text,
          stop: part.done_reason === "length" ? "length" : "end",
          usage: {
            input: tokensOf(part.prompt_eval_count),
            cached: 0,
            output: tokensOf(part.eval_count),
            reasoning: 0,
          },
        };
      }
      throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
    },
    list: async ({ signal }) => partOf(listSchema, await clientFor(signal).list()).models.map(({ name }) => name),
  };
}
