// The schemas of the tools are ours already: the larger class would only make them again.
/* eslint-disable @typescript-eslint/no-deprecated */
import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import {
  CallToolRequestSchema,
  ErrorCode,
  ListResourcesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
  type CallToolResult,
} from "@modelcontextprotocol/sdk/types.js";
import { z } from "zod";
import manifest from "../../../../package.json" with { type: "json" };
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { cleanLine } from "../../../base/text.ts";
import { jsonSchema, SCHEMA_NAMES } from "../../../jobs/schemas/json-schema.ts";
import { textAt } from "../../../storage/read-json.ts";
import { answerText, PERFORM, type Session } from "./perform.ts";
import { planFileIn, planIds } from "./plans-in.ts";
import { isToolName, TOOLS, type ToolName } from "./tools.ts";

const SCHEME = "cycling-plan://";
const INSTRUCTIONS =
  "Training plans for cyclists. Every plan is held to every rule before it is written; what cannot be planned is refused with changes that work. Changes are shown first (propose_change) and done by their hash (apply_change). Ask the rider about their health before generate, in their own words, and put the answers into the request: the program decides what they mean.";

const asResult = (text: string, isError: boolean): CallToolResult => ({ content: [{ type: "text", text }], isError });

const refused = ({ code, message, hint, details }: PlanError): CallToolResult =>
  asResult(jsonText({ error: { code, message, hint, details } }), true);

/** One tool; what cannot be done is a result, as its fault is the caller's to mend. */
async function called(name: ToolName, given: unknown, session: Session): Promise<CallToolResult> {
  try {
    const answer = await PERFORM[name](session, given);
    return asResult(answerText(answer), answer.code !== 0);
  } catch (error) {
    if (error instanceof PlanError) return refused(error);
    throw error;
  }
}

async function resourceText(uri: string, root: string): Promise<string | undefined> {
  const [, kind, name = ""] = /^cycling-plan:\/\/(plans|schemas)\/([A-Za-z0-9][A-Za-z0-9._-]{0,99})$/.exec(uri) ?? [];
  if (kind === "schemas") return SCHEMA_NAMES.includes(name) ? jsonText(jsonSchema(name)) : undefined;
  if (kind === undefined) return undefined;
  try {
    return await textAt(await planFileIn(root, name));
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

/** The server, before it is tied to a pipe. Tools run one after the other: each sees what the one before it wrote. */
export function serverFor(session: Session): Server {
  const { root } = session.place;
  const server = new Server(
    { name: "cycling-plan", version: manifest.version },
    { capabilities: { tools: {}, resources: {} }, instructions: INSTRUCTIONS },
  );
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
  server.setRequestHandler(ListToolsRequestSchema, () => ({
    tools: Object.entries(TOOLS).map(([name, { about, input, writes }]) => ({
      name,
      description: about,
      inputSchema: { ...z.toJSONSchema(input, { io: "input" }), type: "object" as const },
      annotations: { readOnlyHint: !writes, destructiveHint: false, openWorldHint: false },
    })),
  }));
  server.setRequestHandler(CallToolRequestSchema, ({ params: { name, arguments: given } }) => {
    if (!isToolName(name)) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${cleanLine(name, 60)}.`);
    return inTurn(() => called(name, given, session));
  });
  server.setRequestHandler(ListResourcesRequestSchema, async () => ({
    resources: [
      ...(await planIds(root)).map((id) => ({ uri: `${SCHEME}plans/${id}`, name: id, mimeType: "application/json" })),
      ...SCHEMA_NAMES.map((name) => ({
        uri: `${SCHEME}schemas/${name}`,
        name: `schema of ${name}`,
        mimeType: "application/schema+json",
      })),
    ],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, async ({ params: { uri } }) => {
    const text = await resourceText(uri, root);
    if (text === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no resource ${cleanLine(uri, 120)}.`);
    return { contents: [{ uri, mimeType: "application/json", text }] };
  });
  return server;
}
