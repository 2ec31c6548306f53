import { failureOf, ModelFailure } from "./failure.ts";
import {
  answerOutcome,
  exchangeName,
  failureOutcome,
  questionOf,
  type Exchange,
  type Outcome,
  type Question,
} from "./exchange.ts";
import { withoutSecrets } from "../base/secrets.ts";
import type { Adapter, ModelAnswer } from "./port.ts";

export interface RecordPorts {
  /** Puts an exchange where it lasts; called again with the same name when the question was asked again. */
  readonly keep: (name: string, exchange: Exchange) => Promise<void>;
  /** Keys and passwords: they are kept nowhere, not even where a service repeats them. */
  readonly secrets: readonly string[];
  readonly now: () => number;
}

export interface Recorder {
  /** The same service, with everything kept that is asked and answered. */
  readonly listening: (adapter: Adapter) => Adapter;
  /** Waits until everything is kept. */
  readonly done: () => Promise<void>;
}

/** Rejects when the caller gives up: some SDKs never come back from a body that stalls. */
const givenUp = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener(
      "abort",
      () => {
        reject(signal.reason instanceof Error ? signal.reason : new Error("given up"));
      },
      { once: true },
    );
  });

/** Keeps a run's exchanges, one for each question, with failures and answers in the order in which they came. */
export function recorder({ keep, secrets, now }: RecordPorts): Recorder {
  const kept = new Map<string, Exchange>();
  let writing: Promise<void> = Promise.resolve();

  function add(question: Question, outcome: Outcome): void {
    const name = exchangeName(question);
    const before = kept.get(name)?.outcomes ?? [];
    const exchange: Exchange = { schema_version: "1", question, outcomes: [...before, outcome] };
    kept.set(name, exchange);
    writing = writing.then(() => keep(name, exchange));
    // Whoever waits for it hears of a disk that failed.
    writing.catch(() => undefined);
  }

  /** What the rider's own Ctrl-C ended is no answer of the service. */
  function addFailure(question: Question, error: unknown): void {
    const failure = failureOf(error, { secrets, now: now() });
    if (failure.kind !== "cancelled") add(question, failureOutcome(failure));
  }

  return {
    listening: (adapter) => ({
      ...adapter,
      ask: async (request, ports) => {
        const question = questionOf(adapter, request);
        let answer: ModelAnswer;
        try {
          answer = await Promise.race([adapter.ask(request, ports), givenUp(ports.signal)]);
        } catch (error) {
          addFailure(question, ports.signal.reason instanceof ModelFailure ? ports.signal.reason : error);
          throw error;
        }
        const explanation = answer.explanation && withoutSecrets(answer.explanation, secrets);
        add(question, answerOutcome({ ...answer, text: withoutSecrets(answer.text, secrets), explanation }));
        return answer;
      },
      kept: () => writing,
    }),
    done: () => writing,
  };
}
