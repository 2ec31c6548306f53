import { describe, expect, it } from "vitest";
import { bar } from "../../../src/report/bar.ts";
import { glyphsOf } from "../../../src/report/page.ts";

describe("bar", () => {
  const unicode = glyphsOf({ unicode: true });
  const ascii = glyphsOf({ unicode: false });

  it.each([
    { value: 0, drawn: "    " },
    { value: 0.01, drawn: "▏   " }, // little is not nothing
    { value: 5, drawn: "██  " },
    { value: 6, drawn: "██▍ " },
    { value: 10, drawn: "████" },
    { value: 12, drawn: "████" }, // never wider than its place
  ])("$value of 10", ({ value, drawn }) => {
    expect(bar({ value, most: 10 }, 4, unicode)).toBe(drawn);
  });

  it("needs no more than one ASCII character", () => {
    expect(bar({ value: 6, most: 10 }, 4, ascii)).toBe("##  ");
  });

  it("is empty where nothing is to be compared", () => {
    expect(bar({ value: 0, most: 0 }, 4, unicode)).toBe("    ");
  });
});
