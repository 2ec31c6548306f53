import { describe, expect, it } from "vitest";
import { suggestFrom, type SuggestionSource } from "../../../src/wizard/suggest.ts";
import { play, STRAIGHT } from "./a-prompter.ts";

const known: SuggestionSource = (key) =>
  Promise.resolve(key === "ftp" ? { text: "250", because: "saved on 3 Nov 2026", date: "2026-11-03" } : undefined);
const failing: SuggestionSource = () => Promise.reject(new Error("no network"));
const never: SuggestionSource = () => new Promise(() => undefined);
const patience = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

describe("suggestions", () => {
  it("come from the first source that has one; a slow or failing one never blocks", async () => {
    expect(await suggestFrom([failing, never, known], patience)("ftp")).toMatchObject({ text: "250" });
    expect(await suggestFrom([never], patience)("ftp")).toBeUndefined();
    expect(await suggestFrom([failing], patience)("ftp")).toBeUndefined();
    expect(await suggestFrom([], patience)("ftp")).toBeUndefined();
  });

  it("are said with their reason, taken with Enter, and their day goes into the plan", async () => {
    const { lines, outcome } = await play(
      { ...STRAIGHT, "Your FTP, in watts?": [] },
      { suggest: suggestFrom([never, known], patience) },
    );
    expect(lines).toContain("Suggested: 250 (saved on 3 Nov 2026).");
    expect(outcome).toMatchObject({ kind: "ready", state: { draft: { ftp: 250, ftpDate: "2026-11-03" } } });
  });

  it("that the program could not read are not made", async () => {
    const odd: SuggestionSource = () => Promise.resolve({ text: "\u001b[31mmany", because: "of a model" });
    const { lines } = await play(STRAIGHT, { suggest: suggestFrom([odd], patience) });
    // A goal may be any words; nothing else here is a word.
    expect(lines.filter((line) => line.startsWith("Suggested: "))).toEqual(["Suggested: many (of a model)."]);
  });

  it("of another number than the rider's own leave today as its day", async () => {
    const { outcome } = await play(STRAIGHT, { suggest: suggestFrom([known], patience) });
    expect(outcome).toMatchObject({ state: { draft: { ftp: 265, ftpDate: "2026-12-01" } } });
  });
});

describe("a wizard with a key for a model", () => {
  const modelOffer = { provider: "openai", name: "gpt-6-luna of OpenAI" };
  it("offers it in one line of the review, and asks nothing more", async () => {
    const [without, offered] = [await play(STRAIGHT), await play(STRAIGHT, { modelOffer })];
    expect(offered.lines).toEqual(without.lines);
    expect(offered.keys.filter((one) => !without.keys.includes(one))).toEqual([
      "m has gpt-6-luna of OpenAI plan it (your answers go there; not those on health)",
    ]);
    expect(offered.outcome).toEqual(without.outcome);
    expect(offered.outcome).not.toHaveProperty("provider");
  });

  it("hands the choice on", async () => {
    const { outcome } = await play({ ...STRAIGHT, "Is this right?": ["m"] }, { modelOffer });
    expect(outcome).toMatchObject({ kind: "ready", provider: "openai" });
  });
});

describe("a wizard", () => {
  it.each([
    ["a plain rider", {}, 11],
    ["one with words of their own", { "What do you want most?": ["finish a century"] }, 12],
    ["one with an event", { "How many weeks, or which day?": ["14 mar"] }, 13],
    [
      "one with an event, back from surgery, with a doctor's limit",
      {
        "How many weeks, or which day?": ["14 mar"],
        "Does any of this fit you? It sets limits that the plan then keeps.": ["7"],
        "What kept you off the bike?": ["surgery"],
        "Has a doctor said that you may train again?": ["yes"],
      },
      16,
    ],
  ] as const)("asks %s at most so many questions before the review", async (_, change, most) => {
    const { saved } = await play({ ...STRAIGHT, ...change });
    expect(saved.at(-1)?.asked.length).toBe(most);
  });

  it("saves after each answer, and what is saved only grows", async () => {
    const { saved } = await play(STRAIGHT);
    expect(saved.map(({ asked }) => asked.length)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("takes with Enter what is shown, at every question", async () => {
    const wrong: string[] = [];
    const shown: string[] = [];
    const { outcome } = await play({ "Your FTP, in watts?": ["265"] }, {}, (question) => {
      const enter = question.screen?.enter;
      if (question.kind === "text" && question.initial !== undefined) {
        shown.push(question.initialShown ?? question.initial);
        if (enter !== "makes the plan" && enter !== `takes ${question.initialShown ?? question.initial}`)
          wrong.push(question.message);
      }
    });
    expect(outcome.kind).toBe("ready");
    expect(wrong).toEqual([]);
    expect(shown).toContain("12 weeks");
  });
});
