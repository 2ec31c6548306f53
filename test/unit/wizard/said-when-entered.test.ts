import { describe, expect, it } from "vitest";
import { play, STRAIGHT, type Played, type Script } from "./a-prompter.ts";

const MORE = "Anything else the plan should know?";
const DAYS = "Which days can you ride?";
const NOW = "How many hours a week do you ride now?";
const played = (script: Script): Promise<Played> => play({ ...STRAIGHT, ...script });
const draftOf = ({ outcome }: Played): Readonly<Record<string, unknown>> =>
  outcome.kind === "ready" ? outcome.state.draft : {};

/** The line is said before the next question comes. */
async function saidAt(script: Script, words: RegExp, before: string): Promise<void> {
  const { lines } = await played(script);
  const said = lines.findIndex((line) => words.test(line));
  expect(said).toBeGreaterThan(-1);
  expect(said).toBeLessThan(lines.lastIndexOf(before));
}

describe("what is odd is said when it is entered", () => {
  it("a day with 20 minutes", async () => {
    await saidAt({ [DAYS]: ["tue=20 thu sat"] }, /Tuesday with 20 minutes stays free/, MORE);
    expect(draftOf(await played({ [DAYS]: ["tue=20 thu sat"] }))).toMatchObject({
      days: ["tuesday", "thursday", "saturday"],
      minutes: { tuesday: 20 },
    });
  });

  it("a day that is named twice", async () => {
    await saidAt({ [DAYS]: ["tue thu tue sat"] }, /Tuesday stands there twice/, MORE);
    expect((await played({})).lines.join("\n")).not.toMatch(/stands there twice/);
  });

  it("hours far above recent ones, with what could be done", async () => {
    const script = { [NOW]: ["2"] };
    await saidAt(script, /8 h a week is more than twice what you ride now \(2 h\)/, "How long have you trained?");
    expect(draftOf(await played({ ...script, "How shall the plan begin?": ["fewer"] }))).toMatchObject({ hours: 4 });
    expect(draftOf(await played({ ...script, "How shall the plan begin?": ["accept"] }))).toMatchObject({
      hours: 8,
      acceptRamp: true,
    });
  });

  it("an old test, and an old FTP", async () => {
    const script = { [MORE]: ["more numbers", "0"], "The day of your last FTP test?": ["1 June 2026"] };
    // What was said today of an FTP is newer than a test: only the saved number has a day of its own.
    const { lines } = await play(
      { ...STRAIGHT, ...script, "Your FTP, in watts?": [] },
      {
        suggest: (key) =>
          Promise.resolve(
            key === "ftp" ? { text: "250", because: "saved on 2 Jan 2026", date: "2026-01-02" } : undefined,
          ),
      },
    );
    expect(lines.join("\n")).toMatch(/Your FTP is from 2 Jan 2026, 47 weeks ago/);
  });

  it("an event in days off", async () => {
    const script = {
      "How many weeks, or which day?": ["28 feb"],
      [MORE]: ["times", "0"],
      "Days you cannot ride?": ["27 feb - 1 mar"],
    };
    await saidAt(script, /Your event on 28 Feb 2027 lies in your days off/, "Is this right?");
  });
});

describe("anything else", () => {
  it.each([
    [
      "club ride on Thursday nights, about two hours",
      { fixedRide: [{ day: "Thursday", minutes: 120, effort: "hard", name: "Club ride" }] },
    ],
    ["Tue group ride 1h30 easy", { fixedRide: [{ day: "Tuesday", minutes: 90, effort: "easy" }] }],
    ["Fri run 45 min", { otherSport: [{ day: "Friday", minutes: 45, sport: "run", effort: "moderate" }] }],
    ["8-14 Feb", { off: [{ from: "2027-02-08", to: "2027-02-14" }] }],
    ["1-7 Feb=3", { hoursIn: [{ from: "2027-02-01", to: "2027-02-07", hours: 3 }] }],
    ["130 bpm", { maxPower: { maxHeartRate: 130 } }],
    ["70 kg", { weight: 70 }],
  ])("reads %s", async (words, draft) => {
    expect(draftOf(await played({ [MORE]: [words, "0"] }))).toMatchObject(draft);
  });

  it("keeps nothing that no reader understands", async () => {
    const { outcome } = await played({ [MORE]: ["surprise me", "0"] });
    expect(Object.keys(outcome.kind === "ready" ? outcome.state.draft : {}).sort()).toEqual(
      Object.keys(draftOf(await played({}))).sort(),
    );
  });

  it("adds to a list what is said later", async () => {
    const draft = draftOf(await played({ [MORE]: ["Thu club ride 2 h hard", "Mon commute 25 min", "0"] }));
    expect(draft.fixedRide).toHaveLength(2);
  });

  it("names an event in words", async () => {
    const script = { "How many weeks, or which day?": ["28 feb"], [MORE]: ["other events", "0"] };
    expect(draftOf(await played({ ...script, "Which other events?": ["24 jan road race B 3 h"] }))).toMatchObject({
      event: [{ date: "2027-01-24", type: "road_race", priority: "B", hours: 3 }],
    });
  });
});
