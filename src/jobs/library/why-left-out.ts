import { roundTo } from "../../base/numbers.ts";
import {
  EFFORT_LIMITS,
  effortExcesses,
  SHORT_EFFORTS,
  W_BALANCE_FLOOR,
  type EffortExcess,
} from "../../load/feasibility.ts";
import { lowestWBalance } from "../../load/w-balance.ts";
import type { LibraryFinding } from "../../library/check-workout.ts";
import type { Library, LibraryWorkout } from "../../library/library.ts";
import { measureShortest } from "../../library/stretch.ts";
import { expand, type Step } from "../../workout/expand.ts";
import { percentOf, type Segment } from "../../workout/segment.ts";

const timeText = (seconds: number): string =>
  seconds < 120 ? `${roundTo(seconds, 0)} s` : `${roundTo(seconds / 60, 1)} min`;

function excessText({ limit, kind, seconds, allowed }: EffortExcess): string {
  const floor = EFFORT_LIMITS.find(({ name }) => name === limit)?.floor;
  const above = `above ${percentOf(floor ?? SHORT_EFFORTS.floor)} % of FTP`;
  const most = `an advanced rider is given ${timeText(allowed)} at most`;
  if (floor === undefined) return `its short efforts ${above} add up to ${timeText(seconds)}; ${most}`;
  return kind === "single"
    ? `it holds ${timeText(seconds)} without a break ${above}; ${most}`
    : `its work ${above} adds up to ${timeText(seconds)}; ${most}`;
}

/** Which limit of effort a ride is over, and by how much: the one that it is furthest over. */
function effortText(workout: LibraryWorkout): string {
  const { steps } = measureShortest(workout);
  const over = ({ seconds, allowed }: EffortExcess): number => seconds / allowed;
  const [furthest] = effortExcesses(steps, "advanced").sort((a, b) => over(b) - over(a));
  if (furthest !== undefined) return excessText(furthest);
  const used = Math.round((1 - lowestWBalance(steps)) * 100);
  const most = (1 - W_BALANCE_FLOOR.ladder) * 100;
  return `it would take ${used} % of the reserve above FTP (W', as most riders have it) before it can recover; ${most} % at most`;
}

const numbersOf = ({ numbers }: LibraryFinding): string => {
  const shown = Object.entries(numbers).map(([name, value]) => `${name} ${value}`);
  return shown.length === 0 ? "" : ` (${shown.join(", ")})`;
};

/** Why the check refuses a ride, in words for somebody who never saw our library. */
export function reasonOf(finding: LibraryFinding, workout: LibraryWorkout): string {
  if (finding.check === "feasible") return effortText(workout);
  return `it does not pass the check of the library: ${finding.check}: ${finding.message}${numbersOf(finding)}`;
}

/** From here on a part is what a test is about. Fraction of FTP. */
const HARD_FROM = 0.9;
/** A sprint is ridden all out, too; a test is longer. Seconds. */
const SHORTEST_TEST = 3 * 60;

/** The hard parts of a ride, in order. */
const hardParts = (steps: readonly Step[]): string =>
  steps
    .filter(({ start, end }) => Math.max(start, end) >= HARD_FROM)
    .map(({ seconds, start, end }) => `${seconds}:${start}:${end}`)
    .join();

/** The tests of a library by name and by what is hard in them. */
export function testsOf({ workouts }: Library): {
  readonly names: ReadonlySet<string>;
  readonly parts: ReadonlySet<string>;
} {
  const tests = workouts.filter(({ role }) => role === "test");
  const parts = tests.map((test) => hardParts(expand(test.parts.map(({ segment }) => segment))));
  return { names: new Set(tests.map(({ name }) => name)), parts: new Set(parts.filter((part) => part !== "")) };
}

/** Why a ride is no training but a test, which plans bring by themselves; undefined where it is none. */
export function testText(
  { name, segments }: { readonly name: string; readonly segments: readonly Segment[] },
  { names, parts }: ReturnType<typeof testsOf>,
): string | undefined {
  const steps = expand(segments);
  const isFlagged = steps.some(({ effort, seconds }) => effort === "max" && seconds >= SHORTEST_TEST);
  if (!isFlagged && !names.has(name) && !parts.has(hardParts(steps))) return undefined;
  return "it is a test: every plan brings its own on the days that suit it, so that none is needed here";
}
