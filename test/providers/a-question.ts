import type { ModelRequest } from "../../src/providers/port.ts";

/** A key that no answer, message or file may hold. */
export const KEY = "sk-secret-0123456789-AbCdEf";
/** The shortest question. */
export const REQUEST: ModelRequest = {
  system: "You plan.",
  messages: [{ role: "user", content: "Plan." }],
  schema: undefined,
  maxTokens: 2000,
  temperature: undefined,
};
