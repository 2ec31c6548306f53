/** Seconds without a record that a head unit leaves out of riding that goes on; longer is a stop. */
const LONGEST_GAP = 10;
/** Seconds of the rolling mean inside normalised power (Allen & Coggan). */
const WINDOW = 30;
/** A device that writes more is broken: no rider holds 2,500 W. */
const MOST_WATTS = 2500;

/** Watts of each second of riding, from records of time and watts: short gaps hold the last value, stops are left out. Empty where nothing was measured. */
export function wattsBySecond(records: readonly (readonly (number | undefined)[])[]): number[] {
  const trace: number[] = [];
  let last: number | undefined;
  let measured = 0;
  for (const [time, watts] of records) {
    if (time === undefined || (last !== undefined && time <= last)) continue;
    const value = watts !== undefined && watts <= MOST_WATTS ? watts : 0;
    if (watts !== undefined) measured += 1;
    const gap = last === undefined ? 1 : time - last;
    const held = trace.at(-1) ?? value;
    for (let i = 1; i < gap && gap <= LONGEST_GAP; i++) trace.push(held);
    trace.push(value);
    last = time;
  }
  return measured === 0 ? [] : trace;
}

/** The best mean of so many seconds, or undefined where the ride is shorter. */
export function bestMean(trace: readonly number[], seconds: number): number | undefined {
  if (trace.length < seconds) return undefined;
  let sum = 0;
  let best = 0;
  for (let i = 0; i < trace.length; i++) {
    sum += (trace[i] ?? 0) - (i >= seconds ? (trace[i - seconds] ?? 0) : 0);
    if (i >= seconds - 1) best = Math.max(best, sum);
  }
  return best / seconds;
}

/** Normalised power of a trace in watts (training science 1.1, full windows only); undefined where nothing was measured. */
export function normalizedWatts(trace: readonly number[]): number | undefined {
  if (trace.length < WINDOW) return undefined;
  let sum = 0;
  let fourth = 0;
  for (let i = 0; i < trace.length; i++) {
    sum += (trace[i] ?? 0) - (i >= WINDOW ? (trace[i - WINDOW] ?? 0) : 0);
    if (i >= WINDOW - 1) fourth += (sum / WINDOW) ** 4;
  }
  return (fourth / (trace.length - WINDOW + 1)) ** 0.25;
}
