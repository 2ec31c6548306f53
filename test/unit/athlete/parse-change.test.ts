import { describe, expect, it } from "vitest";
import { readChange } from "../../../src/athlete/parse-change.ts";

/** A Tuesday. */
const TODAY = "2027-01-05";
const WEEK = { from: "2027-01-11", to: "2027-01-17" };

const term = (words: string, fields: object): object => ({ kind: "term", words, change: { term: "set", fields } });

const SAID: readonly (readonly [line: string, changes: readonly object[]])[] = [
  ["missed tue", [{ kind: "missed", dates: [TODAY] }]],
  ["I was ill since saturday", [{ kind: "sick", from: "2027-01-02", to: TODAY }]],
  [
    "move sat sun & shorten thu to 1h",
    [
      { kind: "move", from: "2027-01-09", to: "2027-01-10" },
      { kind: "shorten", date: "2027-01-07", minutes: 60 },
    ],
  ],
  ["hours 6 next week", [{ kind: "hours", hours: 6, ...WEEK }]],
  ["test 20min 300", [{ kind: "ftp", watts: 285 }]],
  ["test ramp 360w", [{ kind: "ftp", watts: 270 }]],
  ["rhythm 2:1", [term("rhythm 2:1", { rhythm: "2:1" })]],
  ["avoid sprints", [term("avoid sprints", { avoid: ["sprints"] })]],
  ["prefer over_unders", [term("prefer over_unders", { prefer: ["over_unders"] })]],
  ["indoor tue=90", [term("indoor tue=90", { indoor: { days: ["Tuesday"], max_minutes: 90 } })]],
  ["long-ride sat:240", [term("long-ride sat:240", { long_ride: { day: "Saturday", max_minutes: 240 } })]],
  ["strength-days wed", [term("strength-days wed", { strength_days: ["Wednesday"] })]],
  [
    "other-sport fri:45:run:hard",
    [
      term("other-sport fri:45:run:hard", {
        other_sport: [{ day: "Friday", minutes: 45, sport: "run", effort: "hard" }],
      }),
    ],
  ],
];

describe("the words of a change", () => {
  it.each(SAID)("%s", (line, changes) => {
    expect(readChange(line, TODAY)).toEqual(changes);
  });

  it.each(["", "gone tue", "missed", "test 5min 300", "hours many", "rhythm 9:1"])("refuses: %s", (line) => {
    expect(() => readChange(line, TODAY)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }) as Error);
  });

  it("knows no words but its own, whatever every object has", () => {
    for (const line of ["constructor tue", "missed tue and constructor wed", "test constructor 288"])
      expect(() => readChange(line, TODAY)).toThrow(expect.objectContaining({ code: "INPUT_INVALID" }) as Error);
  });
});
