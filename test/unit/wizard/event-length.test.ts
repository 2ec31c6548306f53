import { describe, expect, it } from "vitest";
import { eventLength, lengthSaid } from "../../../src/wizard/event-length.ts";
import { play, STRAIGHT, type Script } from "./a-prompter.ts";

const TODAY = "2026-12-01";
const GOAL = "What do you want most?";
const MORE = "Anything else the plan should know?";
const MARIA = "finish my first 80 km charity ride on 14 March 2027";
const { "How many weeks, or which day?": _weeks, ...OPEN } = STRAIGHT;
const draftOf = async (script: Script) => {
  const { outcome } = await play({ ...OPEN, ...script });
  return outcome.kind === "ready" ? outcome.state.draft : {};
};

describe("the length of the event", () => {
  it("with its day and kind follows from the words of a goal by Enter alone, each shown", async () => {
    expect(await draftOf({ [GOAL]: [MARIA] })).toMatchObject({
      hasEvent: true,
      eventDate: "2027-03-14",
      eventType: "gran_fondo",
      eventHours: "80 km",
    });
    const shown: (string | undefined)[] = [];
    await play({ ...OPEN, [GOAL]: [MARIA] }, {}, ({ screen }) => void shown.push(screen?.enter));
    expect(shown).toContain("takes Sun 14 Mar 2027, the day in your goal");
    expect(shown).toContain("takes 80 km, from your goal");
  });

  it.each([
    ["an 80 mile sportive on 2 May", "80 miles"],
    ["a 6 hour gravel race on 2 May", 6],
    ["century on 2 May", undefined],
    ["ride 8 hours a week until my gran fondo on 2 May", undefined],
  ])("is offered where the goal names it, and else what is usual: %s", async (goal, length) => {
    expect((await draftOf({ [GOAL]: [goal] })).eventHours).toBe(length);
  });

  it("is a day of a plan's weeks, or no day at all", async () => {
    expect((await draftOf({ [GOAL]: ["century on 12 December 2026"] })).weeks).toBe(12);
    expect((await draftOf({ [GOAL]: ["century on 12 December 2027"] })).weeks).toBe(12);
  });

  it.each([
    ["80 km", "80 km take about 4 h 30 for a beginner, 2 h 45 for who has trained for years."],
    ["50 miles", "50 miles take about 4 h 30 for a beginner, 2 h 45 for who has trained for years."],
    ["4h30", undefined],
  ])("says what a distance takes: %s", (text, says) => {
    const reading = eventLength.read(text, TODAY, {});
    expect(reading.kind === "value" ? eventLength.reply?.(reading.value, TODAY) : reading.expected).toBe(says);
  });

  it.each(["80 km", "the ride is 80 km", "my event is about 80 kilometres long", "it's 50 miles", "Distance: 80 km"])(
    "may be said at the end, too: %s",
    (text) => {
      expect(lengthSaid(text.replace(":", ""))).toMatch(/^(?:80 km|50 miles)$/);
    },
  );

  it.each(["Thu club ride 40 km", "never more than 60 km", "no rides over 100 km", "80"])(
    "is not made of other words: %s",
    (text) => {
      expect(lengthSaid(text)).toBeUndefined();
    },
  );

  it("said at the end is kept", async () => {
    expect((await draftOf({ [GOAL]: ["century on 2 May"], [MORE]: ["the ride is 80 km", "0"] })).eventHours).toBe(
      "80 km",
    );
  });
});
