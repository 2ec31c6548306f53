import { describe, expect, it } from "vitest";
import { judgeWishes } from "../../../../src/athlete/wishes/judge-wishes.ts";
import { wishText } from "../../../../src/athlete/wishes/wish-words.ts";
import { insteadOf } from "../../../../src/athlete/wishes/near-words.ts";

const TODAY = "2026-11-29";
const read = (text: string): string[] => judgeWishes(text, TODAY).wishes.map(({ term, value }) => `${term} ${value}`);

describe("a knee that hurts", () => {
  it.each([
    "my knee hurts a bit on long climbs",
    "knee pain",
    "I have a sore left knee",
    "dodgy knees",
    "my knees ache after an hour",
    "a bit of pain in my right knee",
    "big gears hurt my knees",
    "trouble with my knee on hills",
    "patellar tendinitis",
    "runner's knee",
    "mein Knie tut weh",
    "mal au genou dans les montées",
  ])("leaves out what loads it most, with its words: %s", (text) => {
    const { wishes } = judgeWishes(text, TODAY);
    const wish = wishes.find(({ told }) => told !== undefined);
    expect(wish).toMatchObject({ term: "avoid", value: "low_cadence,torque", quote: text, effect: "restricts" });
    expect(wish && wishText(wish)).toBe(
      "Left out for your knee: low cadence and torque, the big gears that load it most.",
    );
  });

  it.each(["my knees are fine", "no knee pain", "my wife has a bad knee", "my back hurts", "knee warmers in winter"])(
    "is not made of other words: %s",
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe("words that are not understood", () => {
  it.each([
    ["no long climbs", "A plan names no roads"],
    ["please keep it flat", "A plan names no roads"],
    ["nothing steep", "A plan names no roads"],
    ["sometimes sun", "A plan has no ride that may be"],
    ["every other Saturday", "A plan has no ride that may be"],
    ["Sunday if the weather is nice", "A plan has no ride that may be"],
    ["maybe a ride on Fridays", "A plan has no ride that may be"],
    ["manchmal sonntags", "A plan has no ride that may be"],
    ["mind my knee", "If something hurts, say where"],
    ["old injury", "If something hurts, say where"],
    ["I have a fever", "An illness is told to a plan that is there"],
    ["the ride is 80 km", "The length of your event"],
    ["mornings only", "A plan names days"],
  ])("are answered with what would be, and nothing is taken from them: %s", (text, instead) => {
    expect(insteadOf(text)).toContain(instead);
    expect(read(text)).toEqual([]);
  });

  it("that are of no kind are left alone", () => {
    expect(insteadOf("what a lovely day")).toBeUndefined();
  });
});

describe("days but one", () => {
  it.each([
    ["every day except Friday", "days mon,tue,wed,thu,sat,sun"],
    ["I can ride every day except Tuesday and Friday", "days mon,wed,thu,sat,sun"],
    ["all days except Sunday", "days mon,tue,wed,thu,fri,sat"],
    ["everyday apart from Wednesday", "days mon,tue,thu,fri,sat,sun"],
    ["every day bar Monday", "days tue,wed,thu,fri,sat,sun"],
    ["weekdays except Friday", "days mon,tue,wed,thu"],
    ["jeden Tag außer Freitag", "days mon,tue,wed,thu,sat,sun"],
    ["tous les jours sauf le vendredi", "days mon,tue,wed,thu,sat,sun"],
    ["todos los días menos el lunes", "days tue,wed,thu,fri,sat,sun"],
    ["tutti i giorni tranne il venerdì", "days mon,tue,wed,thu,sat,sun"],
    ["elke dag behalve vrijdag", "days mon,tue,wed,thu,sat,sun"],
    ["sonntags frei", "rest_days sun"],
    ["freitags nicht", "rest_days fri"],
    ["zondag vrij", "rest_days sun"],
    ["Friday's a no-go", "rest_days fri"],
  ])("are read: %s", (text, wish) => {
    expect(read(text)).toEqual([wish]);
  });

  it.each([
    "no sprints except in races",
    "every day unless it rains",
    "montags habe ich frei",
    "not every Friday",
    "Fridays free",
    "every other day",
    "nicht jeden Sonntag",
  ])("are not made of other words: %s", (text) => {
    expect(read(text)).toEqual([]);
  });
});
