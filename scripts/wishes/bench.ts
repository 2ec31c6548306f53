import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { WishEntry } from "../../src/athlete/wishes/entry.ts";
import type { CalendarDate } from "../../src/base/calendar.ts";
import { wishesAnswered, wishRequest } from "../../src/coach/interpret-wishes.ts";
import { ask } from "../../src/providers/ask.ts";
import { openModel } from "../../src/providers/open-model.ts";
import { defaultModel } from "../../src/providers/models.ts";
import { PROVIDERS, type Connection } from "../../src/providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../../src/providers/remedies.ts";
import { scoreOf, trapFaults, trapFileSchema, wishFileSchema } from "./score.ts";

/** What a model makes of a text; undefined where none is asked. */
type Interpret = ((text: string, today: CalendarDate) => Promise<readonly WishEntry[]>) | undefined;

export interface BenchResult {
  readonly lines: readonly string[];
  /** False where something was invented or a trap caught somebody. */
  readonly isSafe: boolean;
}

const jsonOf = (folder: string, file: string): unknown => JSON.parse(readFileSync(join(folder, file), "utf8"));
const share = (part: number, whole: number): string => `${part} of ${whole}`;

async function scoreFile(folder: string, file: string, interpret: Interpret): Promise<BenchResult> {
  const { language, today, wishes } = wishFileSchema.parse(jsonOf(folder, file));
  let [whole, found, wanted] = [0, 0, 0];
  const invented: string[] = [];
  const details: string[] = [];
  for (const wish of wishes) {
    const score = scoreOf(wish, today, await interpret?.(wish.text, today));
    if (score.missed.length === 0) whole += 1;
    else details.push(`    ${wish.name} missed ${score.missed.join(", ")}`);
    found += score.found;
    wanted += score.found + score.missed.length;
    invented.push(...score.invented.map((unit) => `    ${wish.name} invented ${unit}`));
  }
  const head = `  ${language.padEnd(20)} ${share(whole, wishes.length)} wholly, terms found ${share(found, wanted)}, invented ${invented.length}`;
  return { lines: [head, ...details, ...invented], isSafe: invented.length === 0 };
}

async function scoreTraps(folder: string, interpret: Interpret): Promise<BenchResult> {
  const { today, traps } = trapFileSchema.parse(jsonOf(folder, "traps.json"));
  const lines: string[] = [];
  let safe = 0;
  for (const trap of traps) {
    const faults = trapFaults(trap, today, await interpret?.(trap.text, today));
    if (faults.length === 0) safe += 1;
    lines.push(...faults.map((fault) => `    ${trap.name}: ${fault}`));
  }
  return {
    lines: [`  ${"Traps".padEnd(20)} ${share(safe, traps.length)} safe`, ...lines],
    isSafe: safe === traps.length,
  };
}

/** Scores one reader on every file of a folder. */
export async function benchWishes(folder: string, interpret: Interpret): Promise<BenchResult> {
  const files = readdirSync(folder).filter((file) => file.endsWith(".json") && file !== "traps.json");
  const scores: BenchResult[] = [];
  for (const file of files) scores.push(await scoreFile(folder, file, interpret));
  scores.push(await scoreTraps(folder, interpret));
  return { lines: scores.flatMap(({ lines }) => lines), isSafe: scores.every(({ isSafe }) => isSafe) };
}

/** Minutes of silence that are waited for; a local model may first have to be loaded. */
const PATIENCE = { idleMs: 300_000, totalMs: 600_000 };

/** The model that the variables of a provider name: its key, or the address of a server. */
export function modelOf(name: string, env: Readonly<Record<string, string | undefined>>) {
  const provider = PROVIDERS.find((one) => one === name);
  if (provider === undefined) throw new Error(`expected one of ${PROVIDERS.join(", ")}`);
  const key = env[KEY_NAMES[provider] ?? ""];
  const baseUrl = env[URL_NAMES[provider]] ?? (provider === "ollama" ? "http://localhost:11434" : undefined);
  if (baseUrl === undefined && key === undefined) return undefined;
  const usual = { anthropic: "https://api.anthropic.com", openai: "https://api.openai.com/v1", gemini: "https://generativelanguage.googleapis.com/v1beta/openai", ollama: "http://localhost:11434" }; // prettier-ignore
  const connection: Connection = { provider, model: env.AI_MODEL ?? defaultModel(provider), baseUrl: baseUrl ?? usual[provider], key, fetch }; // prettier-ignore
  const clock = {
    now: () => Date.now(),
    sleep: (ms: number) => new Promise<void>((resolve) => void setTimeout(resolve, ms)),
  };
  const interpret = async (text: string, today: CalendarDate): Promise<readonly WishEntry[]> => {
    const answer = await ask(await openModel(connection), wishRequest(text, today, connection), {
      clock,
      patience: PATIENCE,
      signal: new AbortController().signal,
      key,
    });
    return wishesAnswered(answer.text) ?? [];
  };
  return { name: `${provider} ${connection.model}`, interpret };
}
