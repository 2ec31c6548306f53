import { LOW_TOP } from "../load/zones.ts";
import type { Step } from "../workout/expand.ts";

/** Power from which a step is key work (fraction of FTP); a ride without any is told by all that is above easy riding. */
const KEY_FROM = 0.85;
/** Powers are told apart in steps of this fraction of FTP. */
const POWER_STEP = 0.02;

const from = (steps: readonly Step[], floor: number): Step[] =>
  steps.filter((step) => Math.max(step.start, step.end) > floor - 1e-9);

/** The nearest whole number, the even one where two are as near: 91 and 93 % are told as 92. */
function nearest(value: number): number {
  const down = Math.floor(value);
  const isTie = Math.abs(value - down - 0.5) < 1e-9;
  return isTie ? down + (down % 2) : Math.round(value);
}

/** Alike parts that follow each other as one: `3x10@45`. */
function inRuns(parts: readonly string[]): string {
  const runs: { part: string; times: number }[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last?.part === part) last.times++;
    else runs.push({ part, times: 1 });
  }
  return runs.map(({ part, times }) => (times === 1 ? part : `${times}x${part}`)).join(" ");
}

/**
 * What a session asks for, whatever the easy riding around it: its steps from 85 % on, to the minute and to 2 %. Two sessions with the
 * same are the same key work to a rider. Empty for an easy ride.
 */
export function keyWorkOf(steps: readonly Step[]): string {
  const key = from(steps, KEY_FROM);
  return inRuns(
    (key.length > 0 ? key : from(steps, LOW_TOP + 0.005)).map(
      ({ seconds, start, end }) => `${nearest(seconds / 60)}@${nearest((start + end) / 2 / POWER_STEP)}`,
    ),
  );
}
