import { describe, expect, it } from "vitest";
import { readWorkKinds } from "../../../src/athlete/parse-terms.ts";

describe("kinds of work", () => {
  it.each([
    ["low cadence", ["low_cadence"]],
    ["no low cadence", ["low_cadence"]],
    ["Low-Cadence, Over Unders", ["low_cadence", "over_unders"]],
    ["over unders", ["over_unders"]],
    ["over/unders", ["over_unders"]],
    ["sweet spot and threshold", ["sweetspot", "threshold"]],
    ["VO2 Max intervals, sprint", ["sprints", "vo2max"]],
    ["no sprints, no standing efforts", ["sprints", "standing"]],
    ["race simulations", ["race_simulation"]],
    ["sprints,low_cadence", ["sprints", "low_cadence"]],
    ["test", ["tests"]],
  ])("are read as riders write them: %s", (text, kinds) => {
    const reading = readWorkKinds(text);
    expect(reading.kind === "value" ? [...reading.value].sort() : reading.expected).toEqual([...kinds].sort());
  });

  it.each(["low", "cadence", "no", "no hills", "sprints and hills", "sprnts"])(
    "are not made of other words: %s",
    (text) => {
      expect(readWorkKinds(text).kind).toBe("unreadable");
    },
  );
});
