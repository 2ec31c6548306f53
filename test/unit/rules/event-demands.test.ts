import { expect, it } from "vitest";
import { fitnessBrought } from "../../../src/rules/event-demands.ts";

// Training science 12.3: straight lines between the figures of each kind, flat outside them.
it.each([
  ["century", 6, 1, 42],
  ["gran_fondo", 7, 1, 45],
  ["ultra", 30, 1, 70],
  ["other", 0.5, 1, 26],
  ["road_race", 3, 1, 48],
  ["criterium", 1, 1, 40],
  ["time_trial", 0.25, 1, 28],
  ["hill_climb", 2, 1, 38],
  ["multi_day", 4, 1, 46],
  // Of several days whatever they are called.
  ["road_race", 3, 2, 42],
  ["gravel", 8, 3, 60],
] as const)("riders of a %s of %d h on %d days bring %d", (type, hours, days, fitness) => {
  expect(fitnessBrought({ type, hours, days })).toBeCloseTo(fitness, 9);
});
