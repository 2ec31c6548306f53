import { z } from "zod";
import { isRecord } from "../athlete/parse-reading.ts";
import type { JsonSchema, ProviderId } from "./port.ts";

type Node = JsonSchema;

/** Bounds that Anthropic's grammar refuses: said in words instead. */
const BOUNDS = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"];

/** The ends of the whole numbers that a program can count with: zod says them of every integer, and they bound nothing. */
const isNoBound = (name: string, value: unknown): boolean =>
  (name === "minimum" && value === Number.MIN_SAFE_INTEGER) ||
  (name === "maximum" && value === Number.MAX_SAFE_INTEGER);

function inWords(node: Node): Node {
  const said = BOUNDS.filter((name) => node[name] !== undefined).map((name) => `${name} ${String(node[name])}`);
  const kept = Object.fromEntries(Object.entries(node).filter(([name]) => !BOUNDS.includes(name)));
  if (said.length === 0) return kept;
  const description = [typeof node.description === "string" ? node.description : "", said.join(", ")];
  return { ...kept, description: description.filter((text) => text !== "").join("; ") };
}

function adapted(value: unknown, provider: ProviderId): unknown {
  if (Array.isArray(value)) return value.map((entry) => adapted(entry, provider));
  return isRecord(value) ? adaptedNode(value, provider) : value;
}

function adaptedNode(value: Node, provider: ProviderId): Node {
  const { $schema: _, additionalProperties, ...given } = value;
  const rest = Object.fromEntries(Object.entries(given).filter(([name, entry]) => !isNoBound(name, entry)));
  const inner = Object.fromEntries(Object.entries(rest).map(([name, entry]) => [name, adapted(entry, provider)]));
  // Gemini's compatible address refuses the word itself.
  const node = additionalProperties === undefined || provider === "gemini" ? inner : { ...inner, additionalProperties };
  return provider === "anthropic" ? inWords(node) : node;
}

/** A schema of ours as one service takes it: no references, every key required, bounds in words where they are refused. */
export const wireSchema = (schema: z.ZodType, provider: ProviderId): JsonSchema =>
  adaptedNode(z.toJSONSchema(schema, { io: "output", reused: "inline", unrepresentable: "throw" }), provider);
