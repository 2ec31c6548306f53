import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { foreseeReadiness } from "../../../src/jobs/compile/foresee-readiness.ts";
import type { Readiness } from "../../../src/plan/event-schema.ts";
import { requestFileOf, type Draft } from "../../../src/wizard/draft.ts";
import { shipped } from "../library/shipped.ts";
import { play, STRAIGHT } from "./a-prompter.ts";

const RED: Readiness = {
  state: "red",
  reasons: [{ id: "longest-ride", state: "red", text: "longest ride 120 min, 33 % of the event" }],
  changes: ["a day with 220 min (your longest holds 120)"],
};

describe("the review", () => {
  it("says how ready the plan would make, before the rider says yes", async () => {
    const asked: Draft[] = [];
    const { lines, outcome } = await play(STRAIGHT, {
      foresee: (draft) => {
        asked.push(draft);
        return Promise.resolve(RED);
      },
    });
    expect(outcome.kind).toBe("ready");
    expect(asked).toHaveLength(1);
    const said = lines.findIndex((line) => line.startsWith("Ready for the event     not yet: longest ride 120 min"));
    expect(said).toBeGreaterThan(-1);
    expect(said).toBeLessThan(lines.indexOf("Is this right?"));
  });

  it("has it stand in the column of the answers", async () => {
    const { lines } = await play(STRAIGHT, { foresee: () => Promise.resolve({ ...RED, state: "amber" }) });
    const column = (label: string): number =>
      /^ *\S(?: ?\S)* {2,}/.exec(lines.find((line) => line.trim().startsWith(label)) ?? "")?.[0].length ?? 0;
    expect(column("Ready for the event")).toBe(column("Hours you have"));
  });

  it("says nothing of it where there is nothing to say", async () => {
    const { lines } = await play(STRAIGHT, { foresee: () => Promise.resolve(undefined) });
    expect(lines.join("\n")).not.toContain("Ready for the event");
  });
});

describe("readiness foreseen", () => {
  const answers: Draft = {
    goal: "Complete century",
    hasEvent: true,
    eventDate: "2027-02-28",
    eventType: "century",
    eventHours: 6,
    ftp: 240,
    age: 38,
    hours: 8,
    recentHours: 3,
    days: ["tuesday", "thursday", "saturday"],
    experience: "intermediate",
  };
  const foreseen = (change: Draft): Readiness | undefined => {
    const file = { value: requestFileOf({ ...answers, ...change }), source: "your answers" };
    return foreseeReadiness(parseRequest({ file }, "2026-12-01").request, { today: "2026-12-01", library: shipped });
  };

  it("is that of the plan, also where the rise is steep", () => {
    expect(foreseen({})?.reasons.map(({ id }) => id)).toEqual(["longest-ride", "fitness"]);
  });

  it("is none without an event, or where no plan can be made", () => {
    expect(
      foreseen({ hasEvent: false, eventDate: undefined, eventType: undefined, eventHours: undefined, weeks: 12 }),
    ).toBeUndefined();
    expect(foreseen({ eventDate: "2026-12-10" })).toBeUndefined();
  });
});
