import { describe, expect, it } from "vitest";
import { requestFileOf } from "../../../src/wizard/draft.ts";
import { play, STRAIGHT, type Script } from "./a-prompter.ts";

const FOUR = "Yes or no to 1 to 4, such as: y n n n";
const HEART = "Is it your heart, now or before?";
const OFF = "What was it, and how many weeks were you off?";
const GOAL = "What do you want most?";
const played = (script: Script) => play({ ...STRAIGHT, ...script });

/** The health answers and the return of a finished wizard, as its request file holds them. */
async function told(script: Script): Promise<{ health: unknown; comeback: unknown }> {
  const { outcome } = await played(script);
  if (outcome.kind !== "ready") throw new Error(outcome.kind);
  const { profile } = requestFileOf(outcome.state.draft) as { profile: Record<string, unknown> };
  return { health: profile.health, comeback: profile.comeback };
}

describe("the health questions", () => {
  it("are one for most riders", async () => {
    const { lines } = await played({});
    expect(lines).not.toContain(HEART);
    expect(lines).not.toContain(OFF);
    expect(await told({})).toEqual({
      health: { active: true, disease: false, symptoms: false, pregnant: false },
      comeback: undefined,
    });
  });

  it.each([
    ["yes", { heartDisease: true }],
    ["drugs", { heartDisease: true, betaBlockers: true }],
    ["no", { heartDisease: false }],
  ])("ask a rider with a disease whether it is the heart: %s", async (answer, means) => {
    expect((await told({ [FOUR]: ["yynn"], [HEART]: [answer] })).health).toMatchObject({ disease: true, ...means });
  });

  it("ask about the heart where the goal's words speak of it", async () => {
    const { lines } = await played({ [GOAL]: ["stent last summer"], [HEART]: ["no"] });
    expect(lines).toContain(HEART);
    expect((await played({ [GOAL]: ["I never had a stent"] })).lines).not.toContain(HEART);
  });

  it.each([
    ["injury 6", { weeksOff: 6, reason: "injury", cleared: false }],
    ["8 weeks surgery, cleared", { weeksOff: 8, reason: "surgery", cleared: true }],
    ["none", { weeksOff: 0, reason: "break" }],
  ])("read the time off: %s", async (answer, comeback) => {
    expect((await told({ [FOUR]: ["ynny"], [OFF]: [answer] })).comeback).toEqual(comeback);
  });

  it("ask about time off where the goal's words speak of it", async () => {
    const { lines } = await played({ [GOAL]: ["back after a broken collarbone"], [OFF]: ["injury 5"] });
    expect(lines).toContain(OFF);
  });

  it.each([
    [{ [FOUR]: ["ynyn"], "What now?": ["stop"] }, /while you have symptoms/, /see a doctor/],
    [{ [FOUR]: ["ynny"], [OFF]: ["pregnant"], "What now?": ["stop"] }, /during a pregnancy/, /midwife/],
    [
      { [FOUR]: ["ynny"], [OFF]: ["surgery 8"], "What now?": ["stop"] },
      /before a doctor has cleared you/,
      /Ask your doctor/,
    ],
    [{ [GOAL]: ["race, with chest pain on climbs"], "What now?": ["stop"] }, /chest pain/, /see a doctor/],
  ] as [Script, RegExp, RegExp][])("refer a rider whom no plan would serve: %j", async (script, reason, advice) => {
    const { outcome, lines } = await played(script);
    expect(outcome).toMatchObject({ kind: "referred", advice: expect.stringMatching(advice) as string });
    expect(lines.join("\n")).toMatch(reason);
  });

  it("can be answered again", async () => {
    const { outcome } = await played({ [FOUR]: ["ynyn", "ynnn"], "What now?": ["again"] });
    expect(outcome.kind).toBe("ready");
  });
});
