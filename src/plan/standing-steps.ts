import type { Step } from "./change-schema.ts";

/** Steps that count: those that were not taken back. */
export function standing(steps: readonly Step[]): Step[] {
  const undone = new Set<number>();
  for (const step of [...steps].reverse()) {
    if (undone.has(step.step)) continue;
    for (const intent of step.intents) if (intent.kind === "undo") undone.add(intent.step);
  }
  return steps.filter(({ step }) => !undone.has(step));
}
