import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../../src/base/calendar.ts";
import { jsonText } from "../../../../src/base/json.ts";
import type { LivingPlan } from "../../../../src/jobs/change/living.ts";
import type { Proposal } from "../../../../src/jobs/change/propose.ts";
import { proposeUndo, stateAt } from "../../../../src/jobs/change/undo.ts";
import type { Intent, Step } from "../../../../src/plan/change-schema.ts";
import { daysOf, livedOf, made, proposed, startOn, TODAY } from "./a-living-plan.ts";

/** A plan after changes, each on its day, and the steps that they are. */
interface Changed {
  readonly plan: LivingPlan;
  readonly steps: readonly Step[];
}

const stepOf = ({ intents, costs, effect }: Proposal, step: number, day: CalendarDate): Step => ({
  ...{ step, day, at: "", words: "", before: "", after: "", program: "" },
  intents: [...intents],
  costs,
  effect,
});
const then = ({ plan, steps }: Changed, proposal: Proposal, day: CalendarDate = TODAY): Changed => {
  expect(proposal.before).toBe(plan);
  return { plan: proposal.after, steps: [...steps, stepOf(proposal, steps.length + 1, day)] };
};
const after = (...intents: readonly Intent[]): Changed =>
  intents.reduce<Changed>((state, intent) => then(state, proposed(intent, { plan: state.plan, steps: state.steps })), {
    plan: made,
    steps: [],
  });
const undo = ({ plan, steps }: Changed, number?: number, start: Parameters<typeof startOn>[0] = {}): Proposal =>
  proposeUndo(startOn({ plan, ...start }), steps, number);

const SATURDAY: Intent = { kind: "drop", date: "2027-01-16" };
const TUESDAY: Intent = { kind: "drop", date: "2027-01-19" };
const EDITED: Step = stepOf({ ...proposed(SATURDAY), intents: [{ kind: "edited" }] }, 1, TODAY);

describe("a step taken back on its day", () => {
  it("as the last one leaves the plan as it was, to the byte, and again as it was changed", () => {
    const changed = after(SATURDAY);
    const back = undo(changed);
    expect(jsonText(back.after)).toBe(jsonText(made));
    expect(back.intents).toEqual([{ kind: "undo", step: 1 }]);
    expect(back.costs).toBe("Nothing has been ridden since: the plan will be as it was, to the byte.");
    expect([back.before, back.others]).toEqual([changed.plan, []]);
    const again = undo(then(changed, back));
    expect(again.intents).toEqual([{ kind: "undo", step: 2 }]);
    expect(jsonText(again.after)).toBe(jsonText(changed.plan));
  });

  it("as an earlier one brings its own days back, and leaves what came after", () => {
    const changed = after(SATURDAY, TUESDAY);
    const back = undo(changed, 1);
    expect(daysOf(back)).toEqual(["2027-01-16: rest -> key 60"]);
    expect(livedOf(back)).toEqual(["2027-01-19 changed"]);
    expect(back.costs).toBe("1 day comes back.");
    expect(back.after.file.training_plan.plan_metadata.changed_on).toBe(TODAY);
    expect(daysOf(undo(changed, 2))).toEqual(["2027-01-19: rest -> easy 70"]);
  });

  it("leaves a day that was ridden, or that another step changed", () => {
    const ridden = undo(after(SATURDAY), 1, { done: new Set<CalendarDate>(["2027-01-16"]) });
    expect([daysOf(ridden), livedOf(ridden)]).toEqual([[], ["2027-01-16 changed"]]);
    expect(ridden.costs).toBe("No day comes back. Sat 16 Jan stays: past, done, kept or changed since.");
    const twice = undo(after({ kind: "easier", from: "2027-01-16", to: "2027-01-17" }, SATURDAY), 1);
    expect(daysOf(twice)).toEqual([]);
    const kept = undo(after(SATURDAY, { kind: "keep", date: "2027-01-16" }), 1);
    expect(kept.costs).toMatch(/^No day comes back\. Sat 16 Jan stays/);
  });

  it("gives fields back that nothing has changed since", () => {
    const ftp = undo(after({ kind: "ftp", watts: 260 }, TUESDAY), 1).after.file.training_plan;
    expect(ftp.plan_metadata).toMatchObject({
      current_ftp: 250,
      target_ftp: made.file.training_plan.plan_metadata.target_ftp,
    });
    expect(ftp.plan_metadata.ftp_changes).toBeUndefined();
    expect(ftp.athlete_profile.ftp).toBe(250);
    const twice = undo(after({ kind: "ftp", watts: 260 }, { kind: "ftp", watts: 270 }), 1).after.file.training_plan;
    expect([twice.plan_metadata.current_ftp, twice.athlete_profile.ftp]).toEqual([270, 270]);
  });
});

describe("a step taken back later", () => {
  const fewer = after({ kind: "hours", hours: 5, from: "2027-01-18", to: "2027-01-24" });

  it("brings back the days that are still ahead, and says which stay", () => {
    const back = undo(fewer, 1, { today: "2027-01-22" });
    expect(back.effect.days.map(({ date }) => date)).toEqual(["2027-01-23", "2027-01-24"]);
    expect(livedOf(back)).toEqual(["2027-01-19", "2027-01-20", "2027-01-21"].map((day) => `${day} changed`));
    expect(back.costs).toBe(
      "2 days come back. Tue 19 Jan, Wed 20 Jan and Thu 21 Jan stay: past, done, kept or changed since.",
    );
  });

  it("gives a day what was noted of it before", () => {
    const two = after(TUESDAY);
    const lived = then(
      two,
      proposed({ kind: "off", from: "2027-01-16", to: "2027-01-20" }, { plan: two.plan, steps: two.steps }),
    );
    const back = undo(lived, 2, { today: "2027-01-15" });
    expect(livedOf(back)).toEqual(["2027-01-19 changed"]);
    expect(back.costs).toBe("3 days come back.");
  });
});

describe("what cannot be taken back", () => {
  it.each<readonly [string, () => unknown, string]>([
    ["nothing", () => undo({ plan: made, steps: [] }), "Nothing has been changed yet."],
    ["a step that is not there", () => undo(after(SATURDAY), 7), "There is no step 7."],
    ["an edit by hand", () => undo({ plan: made, steps: [EDITED] }), "Step 1 is an edit by hand."],
    [
      "what was taken back",
      () => {
        const changed = after(SATURDAY);
        return undo(then(changed, undo(changed)), 1);
      },
      "Step 1 was taken back already, by step 2.",
    ],
    [
      "a state before an edit",
      () => stateAt(made, [EDITED], 0),
      "Step 1 is an edit by hand: what was before it is not known.",
    ],
  ])("%s", (_name, act, says) => {
    expect(act).toThrow(says);
  });
});

it("finds a plan as it was after each of its steps", () => {
  const [one, two] = [after(SATURDAY), after(SATURDAY, TUESDAY)];
  expect(jsonText(stateAt(two.plan, two.steps, 0))).toBe(jsonText(made));
  expect(jsonText(stateAt(two.plan, two.steps, 1))).toBe(jsonText(one.plan));
  expect(stateAt(two.plan, two.steps, 2)).toBe(two.plan);
  expect(stateAt(two.plan, [EDITED, ...two.steps.slice(1)], 1)).toBeDefined();
});

describe("days off taken back", () => {
  const off = (from: CalendarDate, to: CalendarDate): Intent => ({ kind: "off", from, to });
  const [first, second] = [
    { from: "2027-01-20", to: "2027-01-21" },
    { from: "2027-01-16", to: "2027-01-19" },
  ] as const;

  it("while they last stay off where they are past, and come back where they are ahead", () => {
    const changed = after(off(second.from, second.to));
    const back = undo(changed, 1, { today: "2027-01-18" });
    expect(daysOf(back)).toEqual(["2027-01-19: rest -> easy 70"]);
    expect(back.after.file.training_plan.plan_metadata.changed_on).toBe("2027-01-18");
    expect(undo(changed, 1).after.file.training_plan.athlete_profile.unavailable).toBeUndefined();
  });

  it.each<readonly [string, CalendarDate, readonly object[]]>([
    ["before they begin", "2027-01-15", []],
    ["on their first day", "2027-01-16", []],
    ["on their second", "2027-01-17", [{ from: "2027-01-16", to: "2027-01-16" }]],
    ["on their last", "2027-01-19", [{ from: "2027-01-16", to: "2027-01-18" }]],
    ["when they are over", "2027-01-22", [second]],
  ])("%s, beside others", (_name, today, stay) => {
    const back = undo(after(off(first.from, first.to), off(second.from, second.to)), 2, { today });
    expect(back.after.file.training_plan.athlete_profile.unavailable).toEqual([first, ...stay]);
  });
});

it("takes a step back day by day, and not to the byte, where one of its days is done on its own day", () => {
  const back = undo(after({ kind: "off", from: "2027-01-16", to: "2027-01-17" }), 1, {
    done: new Set<CalendarDate>(["2027-01-16"]),
  });
  expect(daysOf(back)).toEqual(["2027-01-17: rest -> long 225"]);
});

it("gives a day what was noted of it before the step, and of its other days nothing", () => {
  const eased = after({ kind: "easier", from: "2027-01-20", to: "2027-01-20" });
  const both = then(
    eased,
    proposed({ kind: "off", from: "2027-01-19", to: "2027-01-20" }, { plan: eased.plan, steps: eased.steps }),
  );
  expect(livedOf(undo(both, 2, { today: "2027-01-15" }))).toEqual(["2027-01-20 changed"]);
});

it("says so where no day was changed, and refuses where a rule stands against what comes back", () => {
  expect(undo(after({ kind: "ftp", watts: 260 }), 1, { today: "2027-01-15" }).costs).toBe("No day comes back.");
  const moved = after({ kind: "drop", date: "2027-01-23" }, { kind: "move", from: "2027-01-20", to: "2027-01-22" });
  const refused = (): unknown => undo(moved, 1);
  expect(refused).toThrow("Step 1 cannot be taken back now: hard-day-spacing: a hard day right after another.");
  expect(refused).toThrow(
    expect.objectContaining({
      code: "NOT_FEASIBLE",
      details: { finding: expect.objectContaining({ date: "2027-01-23" }) as unknown },
    }) as Error,
  );
});
