/** The services a model may be asked at. */
export const PROVIDERS = ["anthropic", "openai", "gemini", "ollama"] as const;
export type ProviderId = (typeof PROVIDERS)[number];

/** What the program is called in every message about a provider. */
export const PROVIDER_NAMES: Readonly<Record<ProviderId, string>> = {
  anthropic: "Anthropic",
  openai: "OpenAI",
  gemini: "Google Gemini",
  ollama: "Ollama",
};

/** A JSON schema as data. */
export type JsonSchema = Readonly<Record<string, unknown>>;

export interface Message {
  readonly role: "user" | "assistant";
  readonly content: string;
}

/** One question: a fixed text that may be cached, the conversation, and the form of the answer. */
export interface ModelRequest {
  readonly system: string;
  readonly messages: readonly Message[];
  /** How much of the first message other requests begin with, too, in characters: a service that is told may keep it. */
  readonly sharedLength?: number;
  /** Undefined where the service refused the schema: the words of the prompt must do then. */
  readonly schema: { readonly name: string; readonly json: JsonSchema } | undefined;
  readonly maxTokens: number;
  /** Undefined where the model takes none. */
  readonly temperature: number | undefined;
}

/** Tokens of one answer. `input` holds cached ones too; `output` holds the reasoning. */
export interface Usage {
  readonly input: number;
  readonly cached: number;
  readonly output: number;
  readonly reasoning: number;
}

export const NO_USAGE: Usage = { input: 0, cached: 0, output: 0, reasoning: 0 };

/** Tokens of several answers. */
export const addUsage = (a: Usage, b: Usage): Usage => ({
  input: a.input + b.input,
  cached: a.cached + b.cached,
  output: a.output + b.output,
  reasoning: a.reasoning + b.reasoning,
});

export interface ModelAnswer {
  readonly text: string;
  /** Why the model stopped: "length" is a cut answer, whatever it looks like. */
  readonly stop: "end" | "length" | "refusal";
  /** The model's own words for a refusal. */
  readonly explanation?: string | undefined;
  readonly usage: Usage;
}

/** No tool is offered; a model that calls one all the same and says nothing else has put its answer there. The first call counts. */
export const textOr = (text: string, calls: readonly string[]): string =>
  text.trim() === "" ? (calls[0] ?? text) : text;

/** What one call is given while it runs. */
export interface CallPorts {
  readonly signal: AbortSignal;
  /** Called for every piece that arrives, text or not: as long as it comes, the service lives. */
  readonly onPiece: (text: string) => void;
}

/** One service behind its SDK: asks once, throws what the SDK throws. */
export interface Adapter {
  readonly provider: ProviderId;
  readonly model: string;
  readonly ask: (request: ModelRequest, ports: CallPorts) => Promise<ModelAnswer>;
  /**
   * Leaves a field that may be missing out of every later request, where the words of a refusal name one that was sent; true where
   * it is worth asking once more.
   */
  readonly leaveOut?: ((words: string, request: ModelRequest) => boolean) | undefined;
  /** Waits until what was asked and answered is kept where it lasts: no part of the time that an answer may take. */
  readonly kept?: (() => Promise<void>) | undefined;
  /** A recording knows whether a question that failed was asked once more; a service does not. */
  readonly isAskedAgain?: ((request: ModelRequest) => boolean) | undefined;
  /** Names of the models that the service offers. */
  readonly list: (ports: Pick<CallPorts, "signal">) => Promise<readonly string[]>;
}

/** How to reach a service. */
export interface Connection {
  readonly provider: ProviderId;
  readonly model: string;
  readonly baseUrl: string;
  /** Undefined for services without keys. It goes into one request header and nowhere else. */
  readonly key: string | undefined;
  readonly fetch: typeof fetch;
}

/** Time as the caller has it; tests bring their own. */
export interface Clock {
  /** Milliseconds since whenever. */
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}
