import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { charactersOf, fit, hanging, left, right, widthOf, wrap } from "../../../src/report/columns.ts";

describe("columns", () => {
  it.each([
    ["", 0],
    ["load", 4],
    ["Étape – 3 × 15 …", 16],
    ["日本", 4],
    ["한국", 4],
    ["🚵", 2],
    ["🚵‍♀️", 2], // four code points, one picture
    ["🇫🇷", 2],
    ["❤️", 2], // a narrow sign made a picture by its selector
    ["e\u0301", 1], // the accent is a character of its own
    ["█▏░│└┬", 6],
    ["◽", 2], // pictures among the signs that charts are drawn with
    ["◾", 2],
  ])("%s takes %i", (text, columns) => {
    expect(widthOf(text)).toBe(columns);
  });

  it("is the sum of its characters, for each sign that may take the short way", () => {
    const differ: string[] = [];
    for (let code = 0; code <= 0x2fff; code++) {
      const sign = String.fromCodePoint(code);
      const sum = charactersOf(sign).reduce((columns, { width }) => columns + width, 0);
      if (widthOf(sign) !== sum) differ.push(code.toString(16));
    }
    expect(differ).toEqual([]);
  });

  it("never cuts a wide character in half", () => {
    expect(fit("日本語", 4)).toBe("日…");
    expect(left("日本語", 4)).toBe("日… ");
    expect(right("日", 4)).toBe("  日");
    expect(fit("日", 0)).toBe("");
  });

  it("puts control characters and line breaks of a name nowhere near a terminal", () => {
    expect(fit("Evil\u001b[2J\u0007\nname", 40)).toBe("Evil name");
    expect(wrap("a\u001b]0;title\u0007b\r\nc", 40)).toEqual(["ab", "c"]);
  });

  it("wraps at blanks, keeps paragraphs and cuts what is too long for a line", () => {
    expect(wrap("one two three\n\nfour", 8)).toEqual(["one two", "three", "", "four"]);
    expect(wrap("abcdefgh ij", 4)).toEqual(["abcd", "efgh", "ij"]);
    expect(hanging("- ", "one two three", 8)).toEqual(["- one", "  two", "  three"]);
  });

  const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.lorem({ mode: "sentences" }));

  it("fills exactly the width it was given, whatever the text", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 90 }), (some, width) => {
        expect(widthOf(left(some, width))).toBe(width);
        expect(widthOf(right(some, width))).toBe(width);
      }),
    );
  });

  it("gives a mark a line of its own where no room for words is left beside it", () => {
    expect(hanging("Ride          today      ", "what to ride today", 20)).toEqual([
      "Ride today",
      "  what to ride today",
    ]);
    expect(hanging(" ".repeat(18), "one two", 20)).toEqual(["  one two"]);
  });

  it("keeps a number and its unit on one line", () => {
    expect(wrap("a ride of 4 h 30 at 75 % of it", 12)).toEqual(["a ride of", "4 h 30 at", "75 % of it"]);
    expect(wrap("hours: 10 h, with 5 h.", 10)).toEqual(["hours:", "10 h, with", "5 h."]);
  });

  it("keeps every wrapped line inside the width", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 90 }), (some, width) => {
        for (const line of wrap(some, width)) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
