import { expect, it } from "vitest";
import { familiesFor } from "../../../../src/periodization/week/families-of-type.ts";
import type { PlanEvent } from "../../../../src/plan/event-schema.ts";

const event = (type: PlanEvent["type"], hours = 3): PlanEvent => ({
  ...{ date: "2027-03-14", type, hours, days: 1 },
  intensity_pct: 80,
});

it.each([
  ["road_race", "race_road"],
  ["mtb", "race_mtb"],
  ["gran_fondo", "race_fondo"],
  ["time_trial", "race_time_trial"],
] as const)("mixed work before a %s practises it: %s", (type, family) => {
  expect(familiesFor("mixed", event(type))[0]).toBe(family);
});

it("is no road race without an event, and no low cadence where nothing asks for it", () => {
  expect(familiesFor("mixed", undefined)).toEqual(["anaerobic"]);
  expect(familiesFor("tempo", undefined)).toEqual(["tempo"]);
  expect(familiesFor("tempo", event("gran_fondo"))).toEqual(["tempo"]);
  expect(familiesFor("tempo", event("gravel"))).toEqual(["tempo", "torque"]);
});
