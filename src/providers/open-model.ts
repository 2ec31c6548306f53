import type { Adapter, Connection } from "./port.ts";

/** The adapter for a connection. Each SDK is loaded here and nowhere else, when it is used. */
export async function openModel(connection: Connection): Promise<Adapter> {
  switch (connection.provider) {
    case "anthropic":
      return (await import("./anthropic.ts")).anthropicAdapter(connection);
    case "ollama":
      return (await import("./ollama.ts")).ollamaAdapter(connection);
    default:
      return (await import("./openai.ts")).openaiAdapter(connection);
  }
}
