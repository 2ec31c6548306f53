import { PlanError } from "../base/errors.ts";
import { cleanLine } from "../base/text.ts";
import { exchangeName, happensAgain, questionOf, type Exchange, type Question } from "./exchange.ts";
import type { Adapter, ModelRequest, ProviderId } from "./port.ts";

export interface Replay {
  /** A service that answers from the recording, without a network, a key or an SDK. */
  readonly adapter: Adapter;
  /** Names of recorded exchanges that were not asked for, or not as often as then. */
  readonly unused: () => readonly string[];
}

/** Characters of a text that are shown where two differ. */
const SHOWN = 60;

const brief = (value: unknown): string => {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return `"${cleanLine(text, SHOWN)}"`;
};

/** Two texts from the line where they part. */
function linesApart(then: string, now: string): string {
  const [before, after] = [then.split("\n"), now.split("\n")];
  const at = before.findIndex((line, i) => line !== after[i]);
  const line = at < 0 ? before.length : at;
  return `line ${line + 1}: recorded ${brief(before[line] ?? "")}, asked ${brief(after[line] ?? "")}`;
}

/** What differs between two questions, most telling first. */
function differences(then: Question, now: Question): string[] {
  const found: string[] = [];
  for (const key of ["provider", "model", "max_tokens", "temperature"] as const)
    if (then[key] !== now[key]) found.push(`${key}: recorded ${brief(then[key])}, asked ${brief(now[key])}`);
  if (then.system !== now.system) found.push(`system prompt, ${linesApart(then.system, now.system)}`);
  if (then.messages.length !== now.messages.length)
    found.push(`messages: recorded ${then.messages.length}, asked ${now.messages.length}`);
  now.messages.forEach(({ content }, i) => {
    const before = then.messages[i]?.content;
    if (before !== undefined && before !== content) found.push(`message ${i + 1}, ${linesApart(before, content)}`);
  });
  if (JSON.stringify(then.schema) !== JSON.stringify(now.schema)) found.push("the form of the answer");
  return found;
}

/** Of several recorded questions, how the one that is nearest differs from this one. */
function nearestDifference(exchanges: readonly Exchange[], asked: Question): readonly string[] {
  const all = exchanges.map(({ question }) => differences(question, asked));
  return all.reduce((best, next) => (next.length < best.length ? next : best), all[0] ?? []);
}

const missing = (where: string, words: string): PlanError =>
  new PlanError({
    code: "PROVIDER_FAILED",
    message: `${where} holds no answer to what is asked now. ${words}`,
    hint: "Give the run the answers and flags that it was recorded with, or record again with --record.",
  });

function missingAnswer(where: string, exchanges: readonly Exchange[], asked: Question): PlanError {
  const nearest = nearestDifference(exchanges, asked);
  const words = nearest.slice(0, 3).join("; ");
  return missing(where, `The nearest of ${exchanges.length} recorded differs in ${words}.`);
}

/** Plays a recording: each question is found by its content, so that the order does not matter. `where` names it in errors. */
export function replay(
  { provider, model }: { readonly provider: ProviderId; readonly model: string },
  exchanges: readonly Exchange[],
  where: string,
): Replay {
  const byName = new Map(exchanges.map((exchange) => [exchangeName(exchange.question), exchange]));
  const played = new Map<string, number>();
  const hasMore = (request: ModelRequest): boolean => {
    const name = exchangeName(questionOf({ provider, model }, request));
    return (played.get(name) ?? 0) < (byName.get(name)?.outcomes.length ?? 0);
  };
  const adapter: Adapter = {
    provider,
    model,
    ask: async (request, { onPiece }) => {
      const question = questionOf({ provider, model }, request);
      const name = exchangeName(question);
      const exchange = byName.get(name);
      if (exchange === undefined) throw missingAnswer(where, exchanges, question);
      const times = played.get(name) ?? 0;
      played.set(name, times + 1);
      const outcome = exchange.outcomes[times];
      if (outcome === undefined)
        throw missing(where, `The same was asked ${times} times then, and is asked once more now (${name}).`);
      const answer = await Promise.resolve(happensAgain(outcome));
      onPiece(answer.text);
      return answer;
    },
    leaveOut: (_, request) => hasMore(request),
    isAskedAgain: hasMore,
    list: () => Promise.resolve([model]),
  };
  return {
    adapter,
    unused: () =>
      [...byName].filter(([name, { outcomes }]) => (played.get(name) ?? 0) < outcomes.length).map(([n]) => n),
  };
}
