import { z } from "zod";
import { ModelFailure } from "./failure.ts";
import { textOr, type ModelRequest } from "./port.ts";

/** Characters of a token, on the generous side: no language and no JSON comes near it. */
const MOST_PER_TOKEN = 16;
/** No answer and no account of one holds more tokens. */
const MOST_TOKENS = 1_000_000_000;

/** What a service says as a number of tokens; anything else counts as none said. */
export const tokensOf = (value: unknown): number =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= MOST_TOKENS ? value : 0;

/** Numbers of tokens by their names, whatever else stands beside them. */
export const countsSchema = z.record(z.string(), z.unknown()).nullish().catch(undefined);
export type Counts = z.infer<typeof countsSchema>;

/** A part of what a service sends, held to its form. Throws ModelFailure. */
export function partOf<T>(schema: z.ZodType<T>, value: unknown): T {
  const { data } = schema.safeParse(value);
  if (data !== undefined) return data;
  throw new ModelFailure({ kind: "not-a-model", message: "a part of the answer has another form than the protocol" });
}

/** Puts an answer together from its pieces, up to the length that was asked for. */
export class Gathering {
  #text = "";
  #refusal = "";
  #length = 0;
  readonly #calls: string[] = [];
  readonly #most: number;

  constructor({ maxTokens }: Pick<ModelRequest, "maxTokens">) {
    this.#most = maxTokens * MOST_PER_TOKEN;
  }

  /** Throws ModelFailure where a service does not stop. */
  #count(piece: string): void {
    this.#length += piece.length;
    if (this.#length > this.#most)
      throw new ModelFailure({ kind: "endless", message: `the answer passed ${this.#most} characters and went on` });
  }

  add(piece: string): void {
    this.#count(piece);
    this.#text += piece;
  }

  addRefusal(piece: string): void {
    this.#count(piece);
    this.#refusal += piece;
  }

  /** A piece of the arguments of a tool's call; pieces of one call have its number. */
  addCall(piece: string, number = this.#calls.length): void {
    this.#count(piece);
    this.#calls[number] = `${this.#calls[number] ?? ""}${piece}`;
  }

  /** Number of the call that came last. */
  get lastCall(): number {
    return Math.max(0, this.#calls.length - 1);
  }

  get text(): string {
    return textOr(this.#text, this.#calls);
  }

  get refusal(): string | undefined {
    return this.#refusal === "" ? undefined : this.#refusal;
  }
}
