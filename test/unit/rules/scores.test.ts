import { expect, it } from "vitest";
import type { Score } from "../../../src/plan/schema.ts";
import { fallenScore } from "../../../src/rules/scores.ts";

const score = (id: string, value: number | null): Score => ({ id, label: id, value, unit: "", band: null, note: "" });

it.each([
  ["easy-share", 80, 62],
  ["event-form", 5, 0],
  ["event-form", 5, 24],
  ["ramp", 0.7, 0.6],
  ["monotony", 1.5, 1.8],
  ["overload", 0, 1],
  ["variety", 2, 3],
  ["hours-used", 95, 91],
])("%s falls from %d to %d", (id, before, after) => {
  expect(fallenScore([score(id, before)], [score(id, after)])?.is.value).toBe(after);
});

it.each([
  ["easy-share", 80, 79],
  ["event-form", 5, 2],
  ["ramp", 0.7, 0.8],
  ["monotony", 1.5, 1.7],
  ["variety", 2, 2],
  ["hours-used", 99, 93],
  ["hours-used", null, 50],
])("%s does not fall from %s to %s", (id, before, after) => {
  expect(fallenScore([score(id, before)], [score(id, after)])).toBeUndefined();
});
