import { realpath } from "node:fs/promises";
import { Readable, Writable } from "node:stream";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { PlanError } from "../../../base/errors.ts";
import { kindOfPath } from "../../../storage/plan-folder.ts";
import type { Run } from "../../command.ts";
import { pathFrom } from "../../input.ts";
import { shortPath } from "../../short-path.ts";
import { boundedLines, MOST_MESSAGE_BYTES } from "./lines.ts";
import { Seen } from "./seen.ts";
import { serverFor } from "./server.ts";
import type { mcpSpec } from "./spec.ts";

/** `mcp`: answers on standard output until standard input ends. */
export const mcp: Run<typeof mcpSpec> = async ({ system, flags, commands = [] }) => {
  const given = pathFrom(system, flags.root ?? ".");
  if ((await kindOfPath(given)) !== "directory")
    throw new PlanError({
      code: "NOT_FOUND",
      message: `${shortPath(system, given)} is no folder.`,
      hint: "Name the folder that holds your plans, or will: --root training.",
    });
  const root = await realpath(given);
  const server = serverFor({ place: { system, root, commands }, seen: new Seen() });
  const tooLong = (bytes: number): void => {
    system.err(`A message of ${bytes} bytes was left out; ${MOST_MESSAGE_BYTES} are the most.\n`);
  };
  const input = Readable.from(boundedLines(system.input(), tooLong), { objectMode: false });
  const output = new Writable({
    decodeStrings: false,
    write: (text: unknown, _, done) => {
      system.out(String(text));
      done();
    },
  });
  const ended = new Promise<void>((resolve, reject) => {
    input.once("end", resolve);
    input.once("error", reject);
  });
  await server.connect(new StdioServerTransport(input, output));
  await ended;
  await server.close();
  return 0;
};
