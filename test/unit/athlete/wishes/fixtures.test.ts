import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { scoreOf, trapFaults, trapFileSchema, wishFileSchema } from "../../../../scripts/wishes/score.ts";

const FOLDER = fileURLToPath(new URL("../../../../fixtures/wishes/", import.meta.url));
const jsonOf = (file: string): unknown => JSON.parse(readFileSync(`${FOLDER}${file}`, "utf8"));
const files = readdirSync(FOLDER).filter((file) => file.endsWith(".json") && file !== "traps.json");
const all = files.map((file) => wishFileSchema.parse(jsonOf(file)));
const cases = all.flatMap(({ language, today, wishes }) =>
  wishes.map((wish) => ({ name: `${language}: ${wish.name}`, wish, today })),
);
const { today: trapDay, traps } = trapFileSchema.parse(jsonOf("traps.json"));

describe("our own reader of wishes", () => {
  it.each(cases)("invents nothing: $name", ({ wish, today }) => {
    expect(scoreOf(wish, today).invented).toEqual([]);
  });

  it("understands all thirty of the English ones and more, and most of every language", () => {
    for (const { language, today, wishes } of all) {
      const whole = wishes.filter((wish) => scoreOf(wish, today).missed.length === 0);
      // The held-back ones were written after the reader: what it makes of words that it was not written for.
      expect(whole.length / wishes.length, language).toBeGreaterThanOrEqual(language.includes("held back") ? 0.6 : 0.9);
      if (language === "English") expect(whole.length).toBeGreaterThanOrEqual(30);
    }
  });

  it.each(traps)("is not led astray: $kind, $name", (trap) => {
    expect(trapFaults(trap, trapDay)).toEqual([]);
  });
});
