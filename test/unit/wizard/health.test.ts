import { describe, expect, it } from "vitest";
import { requestFileOf } from "../../../src/wizard/draft.ts";
import type { Ask } from "../../../src/wizard/prompter.ts";
import { readTicks, ticksOf } from "../../../src/wizard/health-ticks.ts";
import { play, STRAIGHT, type Script } from "./a-prompter.ts";

const HEALTH = "Does any of this fit you? It sets limits that the plan then keeps.";
const WHAT = "What kept you off the bike?";
const WEEKS = "How many weeks were you off the bike?";
const CLEARED = "Has a doctor said that you may train again?";
const LIMIT = "What is the limit?";
const GOAL = "What do you want most?";
const played = (script: Script) => play({ ...STRAIGHT, ...script });

/** The health answers, the return and the limit of a finished wizard, as its request file holds them. */
async function told(script: Script): Promise<Record<string, unknown>> {
  const { outcome } = await played(script);
  if (outcome.kind !== "ready") throw new Error(outcome.kind);
  const { profile } = requestFileOf(outcome.state.draft) as { profile: Record<string, unknown> };
  return { health: profile.health, comeback: profile.comeback, effortCap: profile.effortCap };
}

describe("the health list", () => {
  it("is one screen for most riders, and nothing more is asked", async () => {
    const { lines } = await played({});
    for (const follow of [WHAT, WEEKS, CLEARED, LIMIT]) expect(lines).not.toContain(follow);
    expect(await told({})).toEqual({
      health: { active: true, disease: false, symptoms: false, heartDisease: false, pregnant: false },
      comeback: undefined,
      effortCap: undefined,
    });
  });

  it.each([
    ["2", { disease: true, heartDisease: true }, /stays at or under 75 % of FTP.*Please talk to them/],
    ["3", { disease: true, heartDisease: false }, /first 4 weeks stay easy.*see a doctor/],
    ["2 4", { heartDisease: true, betaBlockers: true }, /you ride by feel/],
    ["8", { disease: false, lowEnergy: true }, /See a doctor who knows sport/],
  ])("says at once what a tick leads to: %s", async (answer, means, says) => {
    expect((await told({ [HEALTH]: [answer] })).health).toMatchObject(means);
    const { lines } = await played({ [HEALTH]: [answer] });
    expect(lines.join("\n")).toMatch(says);
  });

  it.each([
    ["diabetes", "3"],
    ["type 2 diabetes", "3"],
    ["kidneys", "3"],
    ["I take bisoprolol", "4"],
    ["beta blockers", "4"],
    ["heart attack in 2019", "2"],
    ["heart", "2"],
    ["broken collarbone", "7"],
    ["Broke my wrist in October", "7"],
    ["covid", "7"],
    ["stress fracture", "8"],
    ["anorexia", "8"],
    ["4 diabetes", "3 4"],
    ["2 none", ""],
    ["my doctor set a limit", "9"],
    ["I am pregnant", "5"],
    ["chest pain", "1"],
  ])("reads words of a line: %s", (text, ticks) => {
    const reading = readTicks(text, {});
    expect(reading.kind === "value" ? ticksOf(reading.value) : reading.expected).toBe(ticks);
  });

  it.each(["knee", "my knee hurts a bit on long climbs", "sore back", "bad hip", "knee pain", "pain"])(
    "says where else what is no line of it belongs: %s",
    (text) => {
      expect(readTicks(text, {})).toMatchObject({
        expected: expect.stringContaining('say it at "Anything else"') as string,
      });
    },
  );

  it.each(["lovely weather", "10", "no heart disease", "heart rate zones"])(
    "ticks nothing for other words: %s",
    (text) => {
      expect(readTicks(text, {}).kind).toBe("unreadable");
    },
  );

  it("ticks what the goal speaks of, and believes the rider who takes it away", async () => {
    const asked: Ask[] = [];
    const { outcome } = await play(STRAIGHT, {
      prompter: {
        say: () => undefined,
        ask: (question) => {
          asked.push(question);
          const own = question.message === GOAL ? "stent last summer" : undefined;
          return Promise.resolve(
            own ??
              STRAIGHT[question.message]?.[0] ??
              question.initial ??
              ("choices" in question ? question.choices[0]?.value : ""),
          );
        },
      },
    });
    expect(asked.find(({ message }) => message === HEALTH)?.initial).toBe("2");
    expect(outcome).toMatchObject({ kind: "ready", state: { draft: { health: { heartDisease: false } } } });
  });

  it.each([
    [["injury"], ["6"], [], { weeksOff: 6, reason: "injury" }],
    [["surgery"], ["8 weeks"], ["yes"], { weeksOff: 8, reason: "surgery", cleared: true }],
    [["break"], ["10"], [], { weeksOff: 10, reason: "break" }],
  ])("asks what it was, how long, and for a doctor's word: %j %j %j", async (what, weeks, cleared, comeback) => {
    const script = { [HEALTH]: ["7"], [WHAT]: what, [WEEKS]: weeks, [CLEARED]: cleared };
    expect((await told(script)).comeback).toEqual(comeback);
  });

  it("asks a limit that a doctor set, in whatever it is told", async () => {
    for (const [typed, cap] of [
      ["80 until 1 March", { maxPowerPct: 80, until: "2027-03-01" }],
      ["130 bpm", { maxHeartRate: 130 }],
      ["4 of 10", { maxFeel: 4 }],
      ["5 min", { maxIntervalMinutes: 5 }],
    ] as const)
      expect((await told({ [HEALTH]: ["9"], [LIMIT]: [typed] })).effortCap).toEqual(cap);
  });

  it.each([
    [{ [HEALTH]: ["1"], "What now?": ["stop"] }, /while you have symptoms/, /see a doctor/],
    [{ [HEALTH]: ["5"], "What now?": ["stop"] }, /during a pregnancy/, /midwife/],
    [
      { [HEALTH]: ["7"], [WHAT]: ["surgery"], [WEEKS]: ["8"], [CLEARED]: ["no"], "What now?": ["stop"] },
      /before a doctor has cleared you/,
      /Ask your doctor/,
    ],
    [{ [HEALTH]: ["6"], [WEEKS]: ["4"], "What now?": ["stop"] }, /in the first 6 weeks after a birth/, /doctor/],
    [{ [GOAL]: ["race, with chest pain on climbs"], "What now?": ["stop"] }, /chest pain/, /see a doctor/],
  ] as [Script, RegExp, RegExp][])("refers a rider whom no plan would serve: %j", async (script, reason, advice) => {
    const { outcome, lines } = await played(script);
    expect(outcome).toMatchObject({ kind: "referred", advice: expect.stringMatching(advice) as string });
    expect(lines.join("\n")).toMatch(reason);
  });

  it("can be answered again", async () => {
    const { outcome } = await played({ [HEALTH]: ["1", "none"], "What now?": ["again"] });
    expect(outcome.kind).toBe("ready");
  });

  it("counts who rides less than an hour and a half as not active, unless another sport makes up for it", async () => {
    const little = { "How many hours a week do you ride now?": ["1"], "How many hours a week can you ride?": ["2"] };
    expect((await told(little)).health).toMatchObject({ active: false });
    const more = { ...little, "Anything else the plan should know?": ["Fri run 45 min easy", "0"] };
    expect((await told(more)).health).toMatchObject({ active: true });
  });
});

describe("who does not know an FTP", () => {
  const FTP = "Your FTP, in watts?";
  const HOW = "How shall we find it?";
  const offered = async (script: Script): Promise<boolean> => {
    const { lines } = await played({ ...script, [FTP]: ["?", "250"], [HOW]: ["again"] });
    expect(lines).toContain(HOW);
    return lines.some((line) => line.startsWith("write a ramp test"));
  };

  it("is asked about the heart first, and gets an all-out test offered only where nothing speaks against it", async () => {
    const { lines } = await played({ [FTP]: ["?", "250"], [HOW]: ["again"] });
    expect(lines.indexOf(HEALTH)).toBeLessThan(lines.findIndex((line) => line.startsWith("write a ramp test")));
    expect(await offered({})).toBe(true);
    for (const tick of ["2", "3", "4", "8", "9"])
      expect([tick, await offered({ [HEALTH]: [tick] })]).toEqual([tick, false]);
    expect(await offered({ "How old are you?": ["67"] })).toBe(false);
    expect(await offered({ "How old are you?": ["-"] })).toBe(false);
  });

  it.each([
    [{ [HOW]: ["estimate"], "Your weight?": ["70"] }, { weight: 70 }],
    [{ [HOW]: ["heart_rate"] }, { trainBy: "heart_rate" }],
    [{ [HOW]: ["feel"] }, { trainBy: "feel" }],
    [{ [HOW]: ["result"], "Your best minute in the ramp test, in watts?": ["320"] }, { ftp: 240 }],
  ] as [Script, object][])("comes to a plan without one: %j", async (script, draft) => {
    const { outcome } = await played({ ...script, [FTP]: ["?"] });
    expect(outcome).toMatchObject({ kind: "ready", state: { draft } });
  });
});
