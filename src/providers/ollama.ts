import { Ollama, type ChatRequest } from "ollama";
import { givenOnly } from "../base/given-only.ts";
import { ModelFailure } from "./failure.ts";
import { textOr, type Adapter, type Connection, type ModelRequest } from "./port.ts";
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

/** `truncate` is understood by the server and missing from the SDK's types: an error instead of a shortened prompt. */
type Chat = ChatRequest & { stream: true; truncate: boolean };

function chatOf(model: string, given: ModelRequest, most: number | undefined): Chat {
  const request = { ...given, maxTokens: Math.min(given.maxTokens, MOST_TOKENS) };
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
  const { model_info: info } = await client.show({ model });
  const entries: readonly (readonly [string, unknown])[] = Object.entries(info);
  const length = entries.find(([name]) => name.endsWith(".context_length"))?.[1];
  return typeof length === "number" ? length : undefined;
}

/** Without its default thinking switch off, a server refuses it for models that cannot think. */
const isAboutThinking = (error: unknown): boolean =>
  error instanceof Error && /does not support thinking/i.test(error.message);

/** Servers that reused their cache leave counts out. */
const countOf = (tokens: number | undefined): number => tokens ?? 0;

/** A model on this machine or in its network, behind Ollama's own SDK and its own address, where the length of the context can be said. */
export function ollamaAdapter({ model, baseUrl, fetch: base }: Connection): Adapter {
  const inner = checkedFetch(base, { isFlat: true });
  const clientFor = (signal: AbortSignal): Ollama =>
    new Ollama({ host: baseUrl, fetch: (url, init) => inner(url, { ...init, signal }) });
  return {
    provider: "ollama",
    model,
    ask: async (request, { signal, onPiece }) => {
      const client = clientFor(signal);
      const most = await contextOf(client, model);
      onPiece("");
      const chat = chatOf(model, request, most);
      const stream = await client.chat(chat).catch((error: unknown) => {
        if (!isAboutThinking(error)) throw error;
        const { think: _, ...plain } = chat;
        return client.chat(plain);
      });
      let text = "";
      const calls: string[] = [];
      for await (const part of stream) {
        text += part.message.content;
        calls.push(...(part.message.tool_calls ?? []).map((call) => JSON.stringify(call.function.arguments)));
        onPiece(part.message.content);
        if (!part.done) continue;
        return {
          text: textOr(text, calls),
          stop: part.done_reason === "length" ? "length" : "end",
          usage: {
            input: countOf(part.prompt_eval_count),
            cached: 0,
            output: countOf(part.eval_count),
            reasoning: 0,
          },
        };
      }
      throw new ModelFailure({ kind: "cut", message: "the answer broke off" });
    },
    list: async ({ signal }) => (await clientFor(signal).list()).models.map(({ name }) => name),
  };
}
