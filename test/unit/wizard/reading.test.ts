import { syllable } from "syllable";
import { describe, expect, it } from "vitest";
import { play, STRAIGHT, type Played, type Script } from "./a-prompter.ts";

/** Flesch-Kincaid grade level: years of school that a text asks for (Kincaid 1975). */
function grade(text: string): number {
  const sentences = text.split(/[.?!]+(?:\s|$)/).filter((part) => /[a-z]/i.test(part)).length;
  const words = text.match(/[a-z][a-z'-]*/gi) ?? [];
  const syllables = words.reduce((total, word) => total + syllable(word), 0);
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59;
}

const MOST = 6;
/** Single lines vary more than screens: a label is no sentence. */
const FEWEST_WORDS = 8;
const MOST_FOR_A_LINE = 9;

const HEALTH = "Does any of this fit you? It sets limits that the plan then keeps.";
const MORE = "Anything else the plan should know?";
const WAYS: Readonly<Record<string, Script>> = {
  straight: STRAIGHT,
  "own words, an event, a word of care": {
    ...STRAIGHT,
    "What do you want most?": ["finish a century"],
    "How many weeks, or which day?": ["14 mar"],
    [HEALTH]: ["2 4 8"],
  },
  "own words without an event": { ...STRAIGHT, "What do you want most?": ["finish a century"] },
  symptoms: { ...STRAIGHT, [HEALTH]: ["1"] },
  pregnancy: { ...STRAIGHT, [HEALTH]: ["5"] },
  "back from surgery, with a limit": {
    ...STRAIGHT,
    [HEALTH]: ["7 9"],
    "Has a doctor said that you may train again?": ["yes"],
  },
  "unknown FTP": { ...STRAIGHT, "Your FTP, in watts?": ["?"], "How shall we find it?": ["test"] },
  eyebrows: {
    ...STRAIGHT,
    "How many weeks, or which day?": ["6"],
    "Your FTP, in watts?": ["400"],
    "How long have you trained?": ["beginner"],
    "Which days can you ride?": ["tue=20 sat sat"],
  },
  "too many hours": { ...STRAIGHT, "How many hours a week do you ride now?": ["1"] },
  "anything else": {
    ...STRAIGHT,
    "How many weeks, or which day?": ["14 mar"],
    [MORE]: [
      "other events",
      "hours of your event",
      "rides you do anyway",
      "other sport",
      "times",
      "limits on effort",
      "strength",
      "weight",
      "highest heart rate",
      "more numbers",
    ],
  },
};

/** What a rider types is no prose. */
const COMMAND = /cycling-plan generate(?: --\w+ \S+)?/g;

const sentence = (line: string): string => (/[.?!:]$/.test(line.trim()) ? line : `${line}.`);

describe("every screen reads at sixth grade", () => {
  it.each(Object.entries(WAYS))("%s", async (_, script) => {
    const { lines }: Played = await play(script);
    // The review and the menu are tables of labels and numbers, not texts.
    const texts = lines
      .filter((line) => /[a-z]/i.test(line) && !/^ ?\d+ {2}|\S {2,}\S/.test(line))
      .map((line) => sentence(line.replace(COMMAND, "it")));
    expect(grade(texts.join(" "))).toBeLessThanOrEqual(MOST);
    const hard = texts
      .filter((line) => (line.match(/[a-z]+/gi) ?? []).length >= FEWEST_WORDS)
      .map((line) => [Math.round(grade(line) * 10) / 10, line] as const)
      .filter(([level]) => level > MOST_FOR_A_LINE);
    expect(hard).toEqual([]);
  });
});
