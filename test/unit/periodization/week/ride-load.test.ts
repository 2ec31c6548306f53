import { describe, expect, it } from "vitest";
import { measureSegments } from "../../../../src/load/measure.ts";
import { stretchWorkout } from "../../../../src/library/stretch.ts";
import { formLoad } from "../../../../src/periodization/week/ride-load.ts";
import { form, workout } from "../../library/shipped.ts";

describe("the load of a planned ride", () => {
  it("is what the library's ride of that length costs, at its shortest and half an hour longer", () => {
    for (const id of ["threshold_3x10_98", "vo2max_short_3x9x30_15_118", "sweetspot_2x20_91"]) {
      const planned = formLoad(form(id), "full");
      for (const more of [0, 1800]) {
        const seconds = form(id).shortestSeconds + more;
        const ridden = measureSegments(stretchWorkout(workout(id), { seconds }) ?? []);
        expect(Math.abs(ridden.tss - planned(seconds / 60)), `${id}, ${more} s more`).toBeLessThan(3);
      }
    }
  });
});
