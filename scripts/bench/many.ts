import { parentPort, workerData } from "node:worker_threads";
import { compilePlan } from "../../src/jobs/compile/compile.ts";
import { seededChance } from "../../src/base/chance.ts";
import { PlanError } from "../../src/base/errors.ts";
import { WEEKDAYS } from "../../src/base/calendar.ts";
import { EVENT_TYPES, EXPERIENCE_LEVELS } from "../../src/athlete/schema.ts";
import { parseLibrary } from "../../src/library/parse-library.ts";
import { GOALS, requestOf } from "../../test/support/draw-request.ts";
import { sweepTask } from "../sweep/outcome.ts";

/** How many riders are planned before the clock starts, and which are planned then: numbers from `from`, each once. */
export interface ManyStart {
  readonly manifest: unknown;
  readonly files: readonly unknown[];
  readonly warmUp: number;
}
export interface ManyRiders {
  readonly from: number;
  readonly to: number;
}

const WEEKS = 12;

/** A rider as most are, with 12 weeks: no two numbers give the same one. */
function riderOf(index: number) {
  const chance = seededChance(`bench/${index}`);
  const pick = <T>(key: string, items: readonly [T, ...T[]]): T =>
    items[chance.at(key).below(items.length)] ?? items[0];
  const rides = 3 + chance.at("rides").below(3);
  const first = chance.at("first").below(2);
  const weekDays = WEEKDAYS.filter((_, day) => day > 4 || (day % 2 === first && day < 2 * (rides - 2) + first));
  return requestOf({
    goal: pick("goal", GOALS),
    level: pick("level", EXPERIENCE_LEVELS),
    weeklyHours: 4 + chance.at("hours").below(17) / 2,
    weekDays,
    weightKg: 50 + chance.at("weight").below(50),
    saysWeight: true,
    wattsPerKg: 2 + chance.at("power").below(250) / 100,
    age: 20 + chance.at("age").below(45),
    strength: pick("strength", [0, 1, 2]),
    isInactive: false,
    tests: chance.at("tests").below(2) === 0,
    weeks: WEEKS,
    ...(chance.at("event").below(2) === 0 ? {} : { event: { day: 6, type: pick("type", EVENT_TYPES) } }),
  });
}

/** A planner that has loaded its library and planned before: each call plans these riders in memory, one after the other. */
export function manyPlanner({ manifest, files, warmUp }: ManyStart): (riders: ManyRiders) => void {
  const library = parseLibrary(manifest, files);
  const plan = ({ from, to }: ManyRiders): void => {
    for (let index = from; index < to; index++) {
      const seed = `bench/${index}`;
      try {
        compilePlan(sweepTask(riderOf(index), seed), library);
      } catch (error) {
        // A request that no plan can keep is answered too, with what would work: two or three of a thousand.
        if (!(error instanceof PlanError && error.code === "NOT_FEASIBLE")) throw error;
      }
    }
  };
  plan({ from: -warmUp, to: 0 });
  return plan;
}

if (parentPort !== null) {
  const port = parentPort;
  const plan = manyPlanner(workerData as ManyStart);
  port.on("message", (riders: ManyRiders) => {
    plan(riders);
    port.postMessage("done");
  });
  port.postMessage("ready");
}
