import { describe, expect, it } from "vitest";
import { PAIN_CARE } from "../../../src/athlete/pain.ts";
import { play, STRAIGHT, type Played, type Script } from "./a-prompter.ts";

const MORE = "Anything else the plan should know?";
const THREE = "no intervals over five minutes, no low cadence, Saturday is my three-hour group ride";
const played = (words: string, more: Script = {}, change: Parameters<typeof play>[1] = {}): Promise<Played> =>
  play({ ...STRAIGHT, [MORE]: [words, "0"], ...more }, change);
const draftOf = ({ outcome }: Played) => (outcome.kind === "ready" ? outcome.state.draft : {});

describe("wishes at anything else", () => {
  it("are shown with the words that say them, and taken together", async () => {
    const one = await played(THREE);
    expect(one.lines).toContain("Take these 3?");
    expect(one.lines.join("\n")).toContain(
      'Left out, as you asked: low cadence (under 75 turns a minute). "no low cadence"',
    );
    expect(draftOf(one)).toMatchObject({
      avoid: ["low_cadence"],
      maxPower: { maxIntervalMinutes: 5 },
      fixedRide: [{ day: "Saturday", minutes: 180, effort: "hard", name: "Group ride" }],
    });
  });

  it("may be taken one by one, changed and left out", async () => {
    const asked = 'No single hard effort longer than 5 min. "no intervals over five minutes"';
    const draft = draftOf(
      await played(THREE, {
        "Take these 3?": ["each"],
        [asked]: ["change"],
        "How should it be?": ["8"],
        'Left out, as you asked: low cadence (under 75 turns a minute). "no low cadence"': ["leave"],
      }),
    );
    expect(draft).toMatchObject({ maxPower: { maxIntervalMinutes: 8 }, fixedRide: [{ day: "Saturday" }] });
    expect(draft.avoid).toBeUndefined();
  });

  it("that add load are asked by themselves, and Enter leaves them out", async () => {
    const one = await played("more sprints please");
    expect(one.lines.join("\n")).toContain("This adds load or lifts a limit: You asked for more sprints.");
    expect(draftOf(one).prefer).toBeUndefined();
    const message = 'This adds load or lifts a limit: You asked for more sprints. "more sprints"';
    expect(draftOf(await played("more sprints please", { [message]: ["take"] })).prefer).toEqual(["sprints"]);
  });

  it("that speak against another answer are asked: which holds", async () => {
    const message = 'You said hours 8, and "5 hours a week". Both cannot hold: which does?';
    expect(draftOf(await played("5 hours a week", { [message]: ["said"] })).hours).toBe(8);
    expect(draftOf(await played("5 hours a week", { [message]: ["wish"] })).hours).toBe(5);
  });

  it("of an event need a plan that leads to one", async () => {
    const one = await played("gran fondo on 30 May, no sprints");
    expect(one.lines.join("\n")).toContain("expected a plan that leads to an event");
    expect(draftOf(one).event).toBeUndefined();
    expect(draftOf(one).avoid).toEqual(["sprints"]);
  });

  it("with symptoms in them end where a doctor is named, whatever else they say", async () => {
    const { outcome } = await played("chest pain, but my doctor says it is fine", { "What now?": ["stop"] });
    expect(outcome.kind).toBe("referred");
  });

  it.each([
    ["my knee hurts a bit on long climbs", ["low_cadence", "torque"]],
    ["knee pain", ["low_cadence", "torque"]],
    ["sore back after two hours", undefined],
  ])("of a pain say who should look at it, and are kind to a knee: %s", async (text, avoid) => {
    const one = await played(text);
    expect(one.lines).toContain(PAIN_CARE);
    expect(one.lines.join("\n")).not.toContain("understand");
    expect(draftOf(one).avoid).toEqual(avoid);
  });

  it("are shown with what they mean before the rider takes them", async () => {
    const one = await played("my knee hurts, no sprints");
    expect(one.lines).toContain(
      '  Left out for your knee: low cadence and torque, the big gears that load it most. "my knee hurts, no sprints"',
    );
    expect(one.lines).toContain("Take these 2?");
    expect(draftOf(one).avoid).toEqual(["low_cadence", "torque", "sprints"]);
  });

  it.each([
    ["no long climbs", "A plan names no roads"],
    ["sometimes sun", "A plan has no ride that may be"],
    ["knee", "If something hurts, say where"],
    ["what a lovely day", "I do not understand that yet"],
  ])("that are not understood are told what would be: %s", async (text, says) => {
    const verdicts: unknown[] = [];
    await play({ ...STRAIGHT, [MORE]: ["0"] }, {}, (question) => {
      if (question.message === MORE && question.kind === "choice") verdicts.push(question.ownWords?.(text));
    });
    expect(verdicts[0]).toContain(says);
    expect(verdicts[0]).toMatch(/[^.]\.$/);
  });

  it("with surgery in them are asked about where health is asked", async () => {
    const HEALTH = "Does any of this fit you? It sets limits that the plan then keeps.";
    const one = await played("knee surgery in summer, no sprints", {
      [HEALTH]: ["none", "7"],
      "What kept you off the bike?": ["surgery"],
      "How many weeks were you off the bike?": ["8"],
      "Has a doctor said that you may train again?": ["yes"],
    });
    expect(one.lines.join("\n")).toContain("Say it here, so that the plan keeps to it.");
    expect(draftOf(one)).toMatchObject({
      comeback: { weeksOff: 8, reason: "surgery", cleared: true },
      avoid: ["sprints"],
    });
  });

  it("are read by the model that was named, too, and only what stands in the words counts", async () => {
    const interpret = () =>
      Promise.resolve([
        { term: "avoid" as const, value: "standing", quote: "aus dem Sattel" },
        { term: "avoid" as const, value: "torque", quote: "nowhere" },
      ]);
    const one = await played("bitte nie aus dem Sattel gehen", {}, { interpret });
    expect(draftOf(one).avoid).toEqual(["standing"]);
  });
});
