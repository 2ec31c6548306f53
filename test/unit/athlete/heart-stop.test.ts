import { describe, expect, it } from "vitest";
import { heartStop } from "../../../src/athlete/heart-stop.ts";
import { readChange } from "../../../src/athlete/parse-change.ts";
import { PlanError } from "../../../src/base/errors.ts";

const TODAY = "2027-01-13";

const STOPS: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I have chest pain",
    "I felt tightness in my chest yesterday",
    "missed fri because of chest pain",
    "I was dizzy and fainted",
    "my heart skipped beats",
    "my heart skipped a beat on the climb",
    "my heart was fine until it raced: palpitations",
    "wed, chest tightness",
    "no, I felt a tightness in my chest",
    "no I had chest pain",
    "no, chest pain",
    "not done, chest pain",
    "yes, but chest pain",
    "60 min, then pain in my chest",
    "sick since mon with chest pain",
    "my chest felt tight",
    "chest went tight on the pass",
    "I had chest pain last week",
    "heart attack on sunday",
    "I nearly fainted",
    "light-headed and short of breath at rest",
    "pain down my left arm",
    "chest strap off, because of chest pain",
  ],
  de: [
    "Engegefühl in der Brust",
    "Ich hatte gestern Brustschmerzen",
    "nein, mir wurde schwarz vor Augen",
    "mein Herz stolpert",
    "Stiche in der Brust",
    "Mi ausgefallen wegen Herzrasen",
  ],
  fr: ["douleur à la poitrine", "non, j'ai eu mal à la poitrine", "j'ai fait un malaise"],
  es: ["me duele el pecho", "no, tuve dolor en el pecho", "me mareé y me desmayé"],
  it: ["dolore al petto", "no, ho avuto una stretta al petto", "mi gira la testa e sono svenuto"],
  nl: ["pijn op de borst", "nee, ik had druk op mijn borst", "mijn hart sloeg over"],
};

const GOES_ON: Readonly<Record<string, readonly string[]>> = {
  en: [
    "missed tue",
    "no chest pain",
    "missed fri, no chest pain, only tired",
    "chest day at the gym",
    "off wed for chest day at the gym",
    "my chest strap is broken",
    "tight chest strap",
    "pressure on my chest strap",
    "move sat sun, stent check-up on saturday",
    "off tue: cardiac rehab",
    "my father had a heart attack",
    "hours 6",
    "60",
    "y",
    "no",
    "no, I was tired",
    "the plan collapsed",
    "heart rate strap arrived",
    "a faint hope",
  ],
  de: ["keine Brustschmerzen", "Brustgurt kaputt", "nein, war müde"],
  fr: ["pas de douleur à la poitrine"],
  es: ["sin dolor en el pecho"],
  it: ["nessun dolore al petto"],
  nl: ["geen pijn op de borst"],
};

const rows = (table: typeof STOPS): string[] => Object.values(table).flat();

describe("a sign of the heart in what a rider types", () => {
  it.each(rows(STOPS))("stops at: %s", (text) => {
    expect(heartStop(text, TODAY)?.message ?? "goes on").toContain("Stop riding");
  });

  it.each(rows(GOES_ON))("goes on with: %s", (text) => {
    expect(heartStop(text, TODAY)).toBeUndefined();
  });

  it("says what to do now, whom to ask, and how the plan waits", () => {
    const stop = heartStop("I have chest pain", TODAY, " --plan mine");
    expect(stop).toMatchObject({ code: "INPUT_INVALID", exitCode: 2 });
    expect(stop?.message).toContain('"chest pain"');
    expect(stop?.message).toContain("do not ride again until a doctor has said that you may");
    expect(stop?.message).toContain("112 in Europe, 911 in North America");
    expect(stop?.message).toContain("cardiologist");
    expect(stop?.hint).toContain("cycling-plan change off 2027-01-13..2027-01-26 --plan mine");
  });

  it("names a pause that is a change", () => {
    const [, words = ""] = /cycling-plan change (off \S+)/.exec(heartStop("chest pain", TODAY)?.hint ?? "") ?? [];
    expect(readChange(words, TODAY)).toEqual([{ kind: "off", from: TODAY, to: "2027-01-26" }]);
  });

  it.each(["missed fri because of chest pain", "hours 6, I was dizzy and fainted", "wed, chest tightness"])(
    "comes before a change is read: %s",
    (words) => {
      expect(() => readChange(words, TODAY)).toThrow(PlanError);
      expect(() => readChange(words, TODAY)).toThrow("Stop riding");
    },
  );
});
