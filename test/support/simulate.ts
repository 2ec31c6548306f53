import type { Step } from "../../src/workout/expand.ts";

/** Power of every second, at the middle of each: the plain form of training science 1.1, written apart from `src/load`. */
export const everySecond = (steps: readonly Step[]): number[] =>
  steps.flatMap((step) =>
    Array.from({ length: step.seconds }, (_, i) => step.start + ((step.end - step.start) * (i + 0.5)) / step.seconds),
  );

/** Load by the definition, one second at a time. */
export function loadBySeconds(power: readonly number[]): number {
  const means: number[] = [];
  for (let i = 29; i < power.length; i++) {
    let sum = 0;
    for (let k = i - 29; k <= i; k++) sum += power[k] ?? 0;
    means.push(sum / 30);
  }
  const plain = power.reduce((a, b) => a + b, 0) / power.length;
  const np = power.length < 30 ? plain : (means.reduce((a, b) => a + b ** 4, 0) / means.length) ** 0.25;
  return (power.length / 36) * np ** 2;
}
