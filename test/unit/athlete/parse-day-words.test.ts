import { describe, expect, it } from "vitest";
import { dayInWords } from "../../../src/athlete/parse-day-words.ts";

describe("a day in words", () => {
  it.each([
    ["14 Mar", "2027-03-14"],
    ["14. march", "2027-03-14"],
    ["March 14th", "2027-03-14"],
    ["14th of", undefined],
    ["sept 5, 2027", "2027-09-05"],
    ["5 December 2026", "2026-12-05"],
    ["1 Dec", "2026-12-01"],
    ["30 Nov", "2027-11-30"],
    ["29 Feb", undefined],
    ["29 Feb 2028", "2028-02-29"],
    ["31 june", undefined],
    ["ma 3", undefined],
    ["3/14", undefined],
    ["12", undefined],
  ])("%s", (text, day) => {
    expect(dayInWords(text, "2026-12-01")).toBe(day);
  });
});
