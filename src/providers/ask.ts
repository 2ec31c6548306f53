import { PlanError } from "../base/errors.ts";
import { withoutSecrets } from "../base/secrets.ts";
import { failureOf, ModelFailure, type FailureKind } from "./failure.ts";
import { addUsage, NO_USAGE, type Adapter, type Clock, type ModelAnswer, type ModelRequest } from "./port.ts";
import { cancelled, watched, type Patience } from "./time-limits.ts";

/**
 * Longest waits that a service may ask for, all of one question together, where the rider's own patience is no longer: beyond it
 * they are told when to come back.
 */
const MOST_WAIT_MS = 60_000;
const FIRST_WAIT_MS = 500;

/** How often each kind of failure is tried again. What is not listed is final: no 4xx but 429 is ever repeated. */
const RETRIES: Readonly<Partial<Record<FailureKind, number>>> = {
  rate: 2,
  overloaded: 3,
  server: 2,
  connection: 2,
  timeout: 1,
  cut: 1,
};

/** Fields that may be left out of one request, one after the other: there are no more that could be. */
const MOST_LEFT_OUT = 4;

export interface AskPorts {
  readonly clock: Clock;
  readonly patience: Patience;
  readonly signal: AbortSignal;
  /** The key, to keep it out of what is said of a failure. */
  readonly key: string | undefined;
  /** Other words to keep out of it, such as the password of a proxy. */
  readonly secrets?: readonly string[];
  readonly onPiece?: (text: string) => void;
  /** Told before every wait. */
  readonly onRetry?: (failure: ModelFailure, waitMs: number) => void;
}

export interface Asked extends ModelAnswer {
  /** Calls beyond the first. */
  readonly retries: number;
}

/** Asks once, under both clocks. Throws ModelFailure, and PlanError where the disk or a recording stops it. */
export async function askOnce(adapter: Adapter, request: ModelRequest, ports: AskPorts): Promise<ModelAnswer> {
  try {
    const answer = await watched(ports.patience, ports.signal, ({ signal, touch }) =>
      asksCleanly(adapter, secretsOf(ports)).ask(request, {
        signal,
        onPiece: (text) => {
          touch();
          if (text !== "") ports.onPiece?.(text);
        },
      }),
    );
    await adapter.kept?.();
    return answer;
  } catch (error) {
    await adapter.kept?.();
    if (ports.signal.aborted) throw cancelled();
    if (isOurs(error)) throw error;
    throw failureOf(error, { secrets: secretsOf(ports), now: ports.clock.now() });
  }
}

/** A service whose words hold none of these secrets, wherever it repeats them. */
const asksCleanly = ({ ask: asks }: Adapter, secrets: readonly string[]): Pick<Adapter, "ask"> => ({
  ask: async (request, calls) => {
    const answer = await asks(request, calls);
    const explanation = answer.explanation && withoutSecrets(answer.explanation, secrets);
    return { ...answer, text: withoutSecrets(answer.text, secrets), explanation };
  },
});

/** What no word about a failure may hold. */
const secretsOf = ({ key, secrets = [] }: Pick<AskPorts, "key" | "secrets">): string[] => [
  ...(key === undefined ? [] : [key]),
  ...secrets,
];

/** A mistake of our own code is no failure of a service and keeps its stack; an error for the rider stays what it is. */
const isOurs = (error: unknown): boolean =>
  error instanceof PlanError ||
  error instanceof ReferenceError ||
  (error instanceof TypeError && / is not a function|undefined/.test(error.message) && !isOfLibrary(error));

/** True for a mistake that a service's SDK makes of what it was sent. */
const isOfLibrary = ({ stack = "" }: Error): boolean => /^\s+at .*node_modules/.test(stack.split("\n")[1] ?? "");

/** Doubling waits; what the service asks for comes first. Undefined where it is no use to wait, or longer than what is left. */
function waitBefore({ kind, retryAfterMs }: ModelFailure, tries: number, leftMs: number): number | undefined {
  if (tries >= (RETRIES[kind] ?? 0)) return undefined;
  const wait = retryAfterMs ?? FIRST_WAIT_MS * 2 ** tries;
  return wait > leftMs ? undefined : wait;
}

/**
 * Asks until there is an answer or no sense in asking again: the only retry loop. A schema that the service refuses is left
 * out once, since the prompt says in words what it holds; a field that it does not know is left out for as long as the service
 * is asked. Throws ModelFailure.
 */
export async function ask(adapter: Adapter, request: ModelRequest, ports: AskPorts): Promise<Asked> {
  let wanted = request;
  let usage = NO_USAGE;
  let left = 0;
  let waits = Math.max(MOST_WAIT_MS, ports.patience.idleMs);
  const tries = new Map<FailureKind, number>();
  for (let retries = 0; ; retries++) {
    try {
      const answer = await askOnce(adapter, wanted, ports);
      usage = addUsage(usage, answer.usage);
      return { ...answer, usage, retries };
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      if (error.kind === "schema" && wanted.schema !== undefined) {
        wanted = { ...wanted, schema: undefined };
        continue;
      }
      if (error.kind === "request" && left < MOST_LEFT_OUT && adapter.leaveOut?.(error.message, wanted) === true) {
        left += 1;
        continue;
      }
      const count = tries.get(error.kind) ?? 0;
      const isAgain = adapter.isAskedAgain?.(wanted);
      const wait = isAgain === undefined ? waitBefore(error, count, waits) : isAgain ? 0 : undefined;
      if (wait === undefined) throw error;
      waits -= wait;
      tries.set(error.kind, count + 1);
      ports.onRetry?.(error, wait);
      await ports.clock.sleep(wait, ports.signal);
      if (ports.signal.aborted) throw cancelled();
    }
  }
}
