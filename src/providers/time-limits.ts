import { ModelFailure } from "./failure.ts";

/** How long a call may take, in milliseconds. */
export interface Patience {
  /** Longest silence: before the first piece and between any two. */
  readonly idleMs: number;
  /** The whole call. */
  readonly totalMs: number;
}

interface Watched {
  readonly signal: AbortSignal;
  /** A sign of life. */
  readonly touch: () => void;
}

const silent = (ms: number): ModelFailure =>
  new ModelFailure({ kind: "timeout", message: `nothing came for ${ms / 1000} seconds` });
/** Who lives and comes to no end would take as long once more: that is no time-out that is tried again. */
const endless = (ms: number, kind: "timeout" | "endless"): ModelFailure =>
  new ModelFailure({ kind, message: `the answer was not complete after ${ms / 1000} seconds` });

/** The one who asked wants no answer any more. */
export const cancelled = (): ModelFailure => new ModelFailure({ kind: "cancelled", message: "stopped" });

/**
 * Runs one call under two clocks. The SDKs' own time-outs end when the headers are there, and a body that stalls hangs for
 * ever: here the call is left behind even where the SDK does not let go.
 */
export async function watched<T>(
  { idleMs, totalMs }: Patience,
  outer: AbortSignal,
  call: (watch: Watched) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  let idle: NodeJS.Timeout | undefined;
  let total: NodeJS.Timeout | undefined;
  let onAbort: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    const end = (failure: ModelFailure): void => {
      reject(failure);
      controller.abort(failure);
    };
    onAbort = () => {
      end(cancelled());
    };
    outer.addEventListener("abort", onAbort, { once: true });
    idle = setTimeout(() => {
      end(silent(idleMs));
    }, idleMs);
    total = setTimeout(() => {
      end(endless(totalMs, totalMs > idleMs ? "endless" : "timeout"));
    }, totalMs);
  });
  try {
    if (outer.aborted) throw cancelled();
    return await Promise.race([call({ signal: controller.signal, touch: () => idle?.refresh() }), ended]);
  } finally {
    clearTimeout(idle);
    clearTimeout(total);
    // An answer that is there is not read on: a service that keeps its line open would keep the program from ending.
    controller.abort();
    if (onAbort !== undefined) outer.removeEventListener("abort", onAbort);
    ended.catch(() => undefined);
  }
}
