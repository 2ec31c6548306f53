import { describe, expect, it } from "vitest";
import { slug } from "../../../src/base/text.ts";
import { asciiLine } from "../../../src/export/ascii.ts";

describe("letters beyond ASCII", () => {
  it.each([
    ["Größe", "grosse"],
    ["Gro\u0308ße", "grosse"],
    ["Fußweg zur Straße", "fussweg-zur-strasse"],
    ["Ångström à la crème", "angstrom-a-la-creme"],
    ["Łódź", "lodz"],
    ["Ærø, Ǿ", "aero-o"],
    ["œuvre", "oeuvre"],
    ["Þingvellir", "thingvellir"],
    ["Iğdır", "igdir"],
    ["Đà Nẵng", "da-nang"],
    ["FÜNF", "funf"],
    ["3 × 10", "3-10"],
    ["тест", ""],
  ])("%s is %s in a file name", (text, expected) => {
    expect(slug(text)).toBe(expected);
  });

  it.each([
    ["Größe – 3×10 “hart”", 'Grosse - 3x10 "hart"'],
    ["STRAẞE", "STRASSE"],
    ["Œuvre, Þór", "OEuvre, Thor"],
  ])("%s is %s on a line", (text, expected) => {
    expect(asciiLine(text)).toBe(expected);
  });
});
