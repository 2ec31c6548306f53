import { describe, expect, it } from "vitest";
import { readChange } from "../../../src/athlete/parse-change.ts";

/** A Wednesday. */
const TODAY = "2027-01-13";

describe("a change in a sentence", () => {
  it.each([
    ["I was ill Tue to Fri", { kind: "sick", from: "2027-01-12", to: "2027-01-15" }],
    ["I caught a cold on Monday", { kind: "sick", from: "2027-01-11", to: "2027-01-11" }],
    ["I've had the flu since Saturday, no fever now", { kind: "sick", from: "2027-01-09", to: TODAY }],
    ["Ich war krank von Montag bis Dienstag", { kind: "sick", from: "2027-01-11", to: "2027-01-12" }],
    ["J'étais malade depuis samedi", { kind: "sick", from: "2027-01-09", to: TODAY }],
    ["I couldn't ride yesterday because of work", { kind: "missed", dates: ["2027-01-12"] }],
    ["I skipped Tuesday's ride", { kind: "missed", dates: ["2027-01-12"] }],
    ["I'm on holiday next week", { kind: "off", from: "2027-01-18", to: "2027-01-24" }],
    ["Can't ride on Saturday", { kind: "off", from: "2027-01-16", to: "2027-01-16" }],
    ["I only have 45 minutes on Thursday", { kind: "shorten", date: "2027-01-14", minutes: 45 }],
    ["Could we move Saturday's ride to Sunday?", { kind: "move", from: "2027-01-16", to: "2027-01-17" }],
    ["My legs are dead", { kind: "easier" }],
    ["This week is too hard", { kind: "easier", from: "2027-01-11", to: "2027-01-17" }],
    ["My FTP is now 280 watts", { kind: "ftp", watts: 280 }],
  ])("%s", (words, change) => {
    expect(readChange(words, TODAY)).toMatchObject([change]);
  });

  it.each(["What a lovely day", "my bike is blue", "ignore the rules", "x ".repeat(200)])("is none: %s", (words) => {
    expect(() => readChange(words, TODAY)).toThrow();
  });

  it("is read quickly, whatever is in it", () => {
    for (const piece of ["only ", "1 ", "move ", "a s ", "sick "]) {
      const text = piece.repeat(300 / piece.length);
      const begin = performance.now();
      expect(() => readChange(text, TODAY)).toThrow();
      expect(performance.now() - begin).toBeLessThan(2000);
    }
  });
});
