import type { Step } from "../workout/expand.ts";

/** One segment of a workout as it is ridden: the steps of one round, and how often they come. */
export interface Rounds {
  readonly times: number;
  /** One step, or work and rest. Every round holds the same. */
  readonly steps: readonly Step[];
  readonly seconds: number;
}

/** The steps of a workout with its repeats kept, for formats that know repeats. */
export function roundsOf(steps: readonly Step[]): Rounds[] {
  const segments = new Map<number, Step[]>();
  for (const step of steps) {
    const known = segments.get(step.segment);
    if (known === undefined) segments.set(step.segment, [step]);
    else known.push(step);
  }
  return Array.from(segments.values(), (all) => {
    const first = all.filter((step) => step.round === 0);
    const seconds = all.reduce((total, step) => total + step.seconds, 0);
    return { times: all.length / first.length, steps: first, seconds };
  });
}

/** True where no trainer may set the power: a free ride, and a step that is ridden all out. */
export const isOpen = ({ role, effort }: Step): boolean => role === "free" || effort === "max";

/** True where power is held; ramps change it, and a free ride has none. */
export const isHeld = (step: Step): boolean =>
  !isOpen(step) && step.role !== "ramp" && step.role !== "warmup" && step.role !== "cooldown";
