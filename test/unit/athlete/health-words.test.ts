import { describe, expect, it } from "vitest";
import { comebackFrom, healthSignsIn } from "../../../src/athlete/health-words.ts";
import { HEALTH_SENTENCES } from "./health-sentences.ts";

const TODAY = "2026-12-01";
const rows = Object.entries(HEALTH_SENTENCES).flatMap(([language, list]) =>
  list.map(([kind, text]) => ({ language, kind, text })),
);

describe("what a goal's words say of a rider's health", () => {
  it.each(rows)("$language, $kind: $text", ({ kind, text }) => {
    expect(healthSignsIn(text, TODAY).map((sign) => sign.kind)[0] ?? "nothing").toBe(kind);
  });

  it("is tried in each language of the exports, both ways", () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    for (const [language, list] of Object.entries(HEALTH_SENTENCES)) {
      expect(
        list.some(([kind]) => kind === "nothing"),
        language,
      ).toBe(true);
      expect(
        list.some(([kind]) => kind !== "nothing"),
        language,
      ).toBe(true);
    }
  });

  it("takes the weeks off from the words, or six", () => {
    expect(comebackFrom("Back to training after a hip fracture, six weeks off the bike").weeks_off).toBe(6);
    expect(comebackFrom("Schlüsselbeinbruch, 3 Wochen Pause").weeks_off).toBe(3);
    expect(comebackFrom("broke my leg, two months off").weeks_off).toBe(9);
    expect(comebackFrom("broke my collarbone").weeks_off).toBe(6);
  });

  it.each(["no chest pain or ", "not without chest pain ", "dor no peito ", "my father had a stent and ", "stent "])(
    "takes a time in proportion to a text's length: %s",
    (words) => {
      const secondsFor = (length: number): number => {
        const text = words.repeat(length / words.length);
        const began = process.cpuUsage();
        healthSignsIn(text, TODAY);
        comebackFrom(text);
        const { user, system } = process.cpuUsage(began);
        return (user + system) / 1e6;
      };
      const bestOf = (length: number): number => Math.min(secondsFor(length), secondsFor(length));
      // Ten times the text is ten times the time: a machine that does other work is slow at both.
      expect(bestOf(30_000) / Math.max(0.003, bestOf(3000))).toBeLessThan(40);
    },
  );

  it("finds at the end of a long text what it finds in a line", () => {
    const long = "no chest pain or ".repeat(1000);
    expect(healthSignsIn(long, TODAY)).toEqual([]);
    expect(healthSignsIn(`${long} long rides, stent last summer`, TODAY).map(({ kind }) => kind)).toEqual(["heart"]);
  });
});
