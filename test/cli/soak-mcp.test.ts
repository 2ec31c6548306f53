import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { expect, it, onTestFinished } from "vitest";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { draws } from "../support/draws.ts";
import { growthOf, markLine, TELLS_HOW_IT_STANDS, type Mark, type Standing } from "../support/growth.ts";
import { aPlace, BIN, cleanEnv, REQUESTS } from "./run-cli.ts";

/** So many calls of one server that runs all the while: `npm run sweep -- --tests soak` makes all of them. */
const CALLS = draws({ few: 30, many: 10_000 });
const EVERY = draws({ few: 15, many: 1000 });
const START: CalendarDate = "2026-12-07";
const PLANS = ["anna", "ben"] as const;
const REQUEST = JSON.parse(readFileSync(join(REQUESTS, "minimal.json"), "utf8")) as object;

interface Told {
  readonly isError: boolean;
  readonly text: string;
}
type Call = (name: string, given: Record<string, unknown>) => Promise<Told>;

const pick = <T>(of: readonly T[], at: Chance): T => of[at.below(of.length)] ?? (of[0] as T);

/** The real server in a process of its own, which says on request what it holds. */
async function aServer() {
  const place = await aPlace();
  const client = new Client({ name: "a test", version: "1" });
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: ["--expose-gc", "--import", TELLS_HOW_IT_STANDS, BIN, "mcp"],
    cwd: place,
    env: { ...cleanEnv(place), CYCLING_PLAN_TODAY: "2026-12-01" },
    stderr: "pipe",
  });
  let said = "";
  (transport.stderr as Readable).on("data", (text: Buffer) => (said += text.toString()));
  await client.connect(transport);
  onTestFinished(() => client.close());
  const call: Call = async (name, given) => {
    const { isError, content } = await client.callTool({ name, arguments: given });
    const [first] = content as { text: string }[];
    return { isError: isError === true, text: first?.text ?? "" };
  };
  const standing = async (): Promise<Standing> => {
    said = "";
    process.kill(transport.pid ?? 0, "SIGUSR2");
    while (!said.includes("\n")) await new Promise((resolve) => setTimeout(resolve, 5));
    return JSON.parse(said) as Standing;
  };
  return { call, client, standing };
}

/** One call, drawn; what is wrong with its answer. */
async function drawCall({ call, client }: Awaited<ReturnType<typeof aServer>>, at: Chance): Promise<string[]> {
  const plan_id = pick(PLANS, at.at("plan"));
  const today = addDays(START, at.at("day").below(40));
  const kind = at.at("kind").below(100);
  const well = async (name: string, given: Record<string, unknown>): Promise<string[]> => {
    const { isError, text } = await call(name, given);
    return isError ? [`${name} ${JSON.stringify(given)}: ${text.slice(0, 300)}`] : [];
  };
  if (kind < 4) return well("generate", { request: REQUEST, plan_id: "extra", seed: String(at.at("seed").below(9)) }).then(() => []);
  if (kind < 8) return well("export", { plan_id, formats: ["ics", "zwo", "html"], replace: true, today });
  if (kind < 30) {
    const words = pick([`missed ${today}`, `off ${today}`, `hours ${4 + at.at("hours").below(3)} next week`, `ftp ${230 + at.at("ftp").below(40)}`], at.at("words"));
    const shown = await call("propose_change", { plan_id, words, today });
    if (shown.isError || kind < 20) return shown.text.includes('"INTERNAL"') ? [shown.text] : [];
    const { hash } = JSON.parse(shown.text) as { hash: string };
    return well("apply_change", { plan_id, hash, today });
  }
  if (kind < 36) return (await call("show", { plan_id: "nobody" })).isError ? [] : ["a plan that is none was shown"];
  if (kind < 42) return (await client.readResource({ uri: `cycling-plan://plans/${plan_id}` })).contents.length === 1 ? [] : ["no text"];
  if (kind < 46) return (await client.listResources()).resources.length > 0 ? [] : ["no list"];
  if (kind < 50) return well("diff", { plans: [...PLANS] });
  if (kind < 54) return well("lint", { plan_id });
  return well(pick(["show", "today", "why", "review"], at.at("look")), { plan_id, today });
} // prettier-ignore

it.skipIf(process.platform === "win32")(
  `holds no more memory and answers no later after ${CALLS} calls of one server`,
  { timeout: 14_400_000 },
  async () => {
    const server = await aServer();
    const chance = seededChance("soak of a server");
    const anew = async (): Promise<void> => {
      for (const plan_id of PLANS) {
        const { isError, text } = await server.call("generate", { request: REQUEST, plan_id: plan_id, seed: "s" });
        expect(isError && !text.includes("exists"), text).toBe(false);
      }
    };
    await anew();
    const faults: string[] = [];
    const marks: Mark[] = [];
    let before = (await server.standing()).seconds;
    for (let i = 1; i <= CALLS && faults.length < 10; i++) {
      faults.push(...(await drawCall(server, chance.at(`call-${i}`))).map((fault) => `call ${i}: ${fault}`));
      if (i % EVERY !== 0) continue;
      const { heap, handles, seconds } = await server.standing();
      const mark = { commands: i, heap, handles, seconds: (seconds - before) / EVERY };
      marks.push(mark);
      console.log(`${markLine(mark)}; ${faults.length} faults`);
      before = seconds;
    }
    expect(faults).toEqual([]);
    expect(growthOf(marks)).toEqual([]);
  },
);
