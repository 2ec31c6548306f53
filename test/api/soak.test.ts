import { readFileSync } from "node:fs";
import { join } from "node:path";
import { changePlan, checkPlan, compilePlan, exportPlan, PlanError, weekFiles, type PlanState } from "cycling-plan";
import { expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { draws } from "../support/draws.ts";
import { growthOf, heapInUse, markLine, openHandles, secondsOfWork, type Mark } from "../support/growth.ts";

/** So many calls of the functions in one program: `npm run sweep -- --tests soak` makes all of them. */
const CALLS = draws({ few: 20, many: 10_000 });
const EVERY = draws({ few: 10, many: 1000 });
const REQUEST: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "..", "..", "fixtures", "requests", "minimal.json"), "utf8"),
);
const START: CalendarDate = "2026-12-07";
const made = compilePlan(REQUEST, { today: "2026-12-01", seed: "s", planId: "first" });

const pick = <T>(of: readonly T[], at: Chance): T => of[at.below(of.length)] ?? (of[0] as T);

/** One call, drawn; the state that the next one begins with. */
function drawCall(state: PlanState, at: Chance): PlanState {
  const today = addDays(START, at.at("day").below(40));
  const kind = at.at("kind").below(100);
  if (kind < 5) return compilePlan(REQUEST, { today: "2026-12-01", seed: String(at.at("seed").below(500)) });
  if (kind < 20) checkPlan(state.plan);
  else if (kind < 40) exportPlan(state, { formats: [pick(["zwo", "ics", "html", "fit"] as const, at.at("format"))], today });
  else if (kind < 50) weekFiles(state);
  else if (kind < 60) checkPlan({ [`no plan ${at.below(1_000_000)}`]: true });
  else return changePlan(state, pick([`missed ${today}`, `off ${today}`, "hours 5 next week", `ftp ${230 + at.below(40)}`, "wobble"], at.at("words")), { today });
  return state;
} // prettier-ignore

it(`holds no more memory and takes no longer after ${CALLS} calls in one program`, { timeout: 14_400_000 }, () => {
  const chance = seededChance("soak of the functions");
  const marks: Mark[] = [];
  let state: PlanState = made;
  let before = secondsOfWork();
  for (let i = 1; i <= CALLS; i++) {
    try {
      state = drawCall(state, chance.at(`call-${i}`));
    } catch (error) {
      if (!(error instanceof PlanError)) throw error;
    }
    if (i % EVERY !== 0) continue;
    const mark = {
      commands: i,
      heap: heapInUse(),
      handles: openHandles(),
      seconds: (secondsOfWork() - before) / EVERY,
    };
    marks.push(mark);
    console.log(markLine(mark));
    before = secondsOfWork();
  }
  expect(growthOf(marks)).toEqual([]);
});
