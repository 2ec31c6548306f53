import type { Step } from "../workout/expand.ts";

/** From here on a lone step of a test is meant all out, in plans whose steps do not say it. Fraction of FTP. */
const ALL_OUT_FROM = 1;
/** A step beside one this hard is a part of a staircase, as a ramp test has, and held to its power. */
const HARD_FROM = 0.9;
/** Zwift works out an FTP from the flagged part as from twenty minutes; a shorter one it would take for the wrong figure. Seconds. */
const SHORTEST_FLAGGED = 20 * 60;

const hardest = (step: Step | undefined): number => (step === undefined ? 0 : Math.max(step.start, step.end));

/** The steps of a test with what is all out marked, where its plan was written before steps said it. */
export function withAllOut(steps: readonly Step[], isTest: boolean): readonly Step[] {
  if (!isTest || steps.some(({ effort }) => effort === "max")) return steps;
  return steps.map((step, i): Step => {
    const isHeld = step.role === "steady" || step.role === "work";
    const isAlone = hardest(steps[i - 1]) < HARD_FROM && hardest(steps[i + 1]) < HARD_FROM;
    return isHeld && isAlone && step.start >= ALL_OUT_FROM ? { ...step, effort: "max" } : step;
  });
}

/** The part of a test that its figure comes from, where that is long enough for Zwift. */
export function isFlagged(
  step: Step,
  { steps, isTest }: { readonly steps: readonly Step[]; readonly isTest: boolean },
): boolean {
  const isIt = ({ effort, seconds }: Step): boolean => effort === "max" && seconds >= SHORTEST_FLAGGED;
  return isTest && isIt(step) && steps.filter(isIt).length === 1;
}
