import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asciiText } from "../../../src/report/ascii.ts";
import { widthOf } from "../../../src/report/columns.ts";

describe("asciiText", () => {
  it.each([
    ["Étape – 3 × 15 …", "Etape - 3 x 15 ~"],
    ["Straße 日 🚵", "Strase ?? ??"],
    ["\u001b[31mé\u001b[0m", "\u001b[31me\u001b[0m"], // colour codes stay
  ])("%s reads %s", (text, ascii) => {
    expect(asciiText(text)).toBe(ascii);
  });

  it("shows nothing but ASCII and moves no column", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const ascii = asciiText(text);
        expect(ascii).not.toMatch(/[^\u0000-\u007f]/); // eslint-disable-line no-control-regex -- the range is the point
        expect(ascii.length).toBe(widthOf(text));
      }),
    );
  });
});
