import type { Clock } from "../../providers/port.ts";

export interface Parallel {
  readonly atOnce: number;
  readonly signal: AbortSignal;
  readonly clock: Pick<Clock, "sleep">;
}

/** After one piece of work has failed, those that are under way may end within so many milliseconds: they were paid for. */
const GRACE_MS = 5000;

/**
 * Does the work for every item, several at once, in the order of the list. After a failure nothing new is begun, what is under
 * way gets a moment to end, and the first failure is thrown.
 */
export async function inParallel<T>(
  items: readonly T[],
  work: (item: T, signal: AbortSignal) => Promise<void>,
  { atOnce, signal, clock }: Parallel,
): Promise<void> {
  const stop = new AbortController();
  const inner = AbortSignal.any([signal, stop.signal]);
  const failures: unknown[] = [];
  let next = 0;
  let onFailure: (() => void) | undefined;
  const failed = new Promise<void>((resolve) => (onFailure = resolve));
  const worker = async (): Promise<void> => {
    while (next < items.length && failures.length === 0) {
      const item = items[next];
      next += 1;
      if (item === undefined) return;
      try {
        await work(item, inner);
      } catch (error) {
        failures.push(error);
        onFailure?.();
      }
    }
  };
  const all = Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker)).then(() => undefined);
  await Promise.race([all, failed]);
  if (failures.length > 0) {
    const patience = new AbortController();
    if (!signal.aborted) await Promise.race([all, clock.sleep(GRACE_MS, AbortSignal.any([signal, patience.signal]))]);
    patience.abort();
    stop.abort();
    await all;
    throw failures[0];
  }
}
