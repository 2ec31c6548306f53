import { describe, expect, it } from "vitest";
import { checkLibrary } from "../../../src/library/check.ts";
import type { Library } from "../../../src/library/library.ts";
import type { LibraryFileJson } from "../../../src/library/schema.ts";
import { changed, pick, shipped } from "./shipped.ts";

const problems = (library: Library): string[] =>
  checkLibrary(library).findings.map((finding) => `${finding.check}: ${finding.where}`);

const withInterval =
  (
    id: string,
    change: (interval: Extract<LibraryFileJson["workouts"][number]["segments"][number], { type: "interval" }>) => void,
  ) =>
  (file: LibraryFileJson) => {
    const segment = pick(file, id).segments.find((one) => one.type === "interval");
    if (segment?.type !== "interval") throw new Error(`${id} has no interval`);
    change(segment);
  };

describe("library check", () => {
  it("finds nothing wrong with the shipped library", () => {
    expect(checkLibrary(shipped).findings).toEqual([]);
  });

  const broken: readonly (readonly [
    what: string,
    finding: string,
    family: string,
    change: (file: LibraryFileJson) => void,
  ])[] = [
    [
      "an id used twice",
      "unique-id: threshold_4x6_96",
      "threshold",
      (file) => {
        pick(file, "threshold_4x5_95").id = "threshold_4x6_96";
      },
    ],
    [
      "a name used twice",
      "unique-name: threshold_4x6_96",
      "threshold",
      (file) => {
        pick(file, "threshold_4x6_96").name = "Threshold 4 x 5 at 95 %";
      },
    ],
    [
      "threshold work at 80 %",
      "label: threshold_3x10_98",
      "threshold",
      withInterval("threshold_3x10_98", ({ work }) => {
        work.power_low_pct = work.power_high_pct = 80;
      }),
    ],
    [
      "VO2max work for under 6 minutes",
      "label: vo2max_long_4x2_112",
      "vo2max_long",
      withInterval("vo2max_long_4x2_112", (interval) => {
        interval.sets = 2;
      }),
    ],
    [
      "a recovery ride over an hour",
      "label: recovery_spin",
      "recovery",
      (file) => {
        pick(file, "recovery_spin").segments.forEach((one) => {
          if ("stretch" in one && one.stretch) one.stretch.longest_min = 80;
        });
      },
    ],
    [
      "an endurance ride with too much tempo",
      "label: endurance_fast_finish",
      "endurance",
      (file) => {
        pick(file, "endurance_fast_finish").segments.forEach((one) => {
          if ("stretch" in one && one.stretch && one.type === "steady") one.stretch.shortest_min = 15;
        });
      },
    ],
    [
      "an effort that nobody finishes",
      "feasible: threshold_2x25_99",
      "threshold",
      withInterval("threshold_2x25_99", ({ work }) => {
        work.duration_min = 35;
      }),
    ],
    [
      "a set that empties W'",
      "feasible: vo2max_short_3x13x30_15_123",
      "vo2max_short",
      (file) => {
        pick(file, "vo2max_short_3x13x30_15_123").segments.forEach((one) => {
          if (one.type === "interval") one.work.power_low_pct = one.work.power_high_pct = 125;
        });
      },
    ],
    [
      "a warm-up of 5 minutes",
      "warm-up: threshold_4x5_95",
      "threshold",
      (file) => {
        const warm = file.frames?.steady?.before[0];
        if (warm && "stretch" in warm && warm.stretch) warm.stretch.shortest_min = 5;
      },
    ],
    [
      "a cool-down of 3 minutes",
      "cool-down: threshold_4x5_95",
      "threshold",
      (file) => {
        const cool = file.frames?.steady?.after.at(-1);
        if (cool && "stretch" in cool && cool.stretch) cool.stretch.shortest_min = 3;
      },
    ],
    [
      "openers that are a hard day",
      "openers: openers_long",
      "openers",
      (file) => {
        pick(file, "openers_long").segments.forEach((one) => {
          if (one.type === "steady" && one.power_low_pct === 95) one.duration_min = 6;
        });
      },
    ],
    [
      "a text of a few words",
      "text: threshold_4x5_95",
      "threshold",
      (file) => {
        pick(file, "threshold_4x5_95").description = "Ride.";
        file.purpose = "Hard.";
        file.how = "Go.";
      },
    ],
    [
      "a length outside its stretch",
      "stretch: recovery_coffee",
      "recovery",
      (file) => {
        pick(file, "recovery_coffee").segments.forEach((one) => {
          if ("stretch" in one && one.stretch) one.duration_min = 60;
        });
      },
    ],
    [
      "a level without its rung",
      "ladder: threshold",
      "threshold",
      (file) => {
        delete pick(file, "threshold_3x10_98").rung;
      },
    ],
    [
      "a level with one form",
      "forms: sprints",
      "sprints",
      (file) => {
        file.workouts = file.workouts.filter(({ level, rung }) => level !== 8 || rung === true);
      },
    ],
    [
      "too big a step",
      "ladder-step: torque",
      "torque",
      withInterval("torque_5x5_82", (interval) => {
        interval.sets = 8;
      }),
    ],
    [
      "a variant at another rung's dose",
      "level: sweetspot_2x12_88",
      "sweetspot",
      (file) => {
        pick(file, "sweetspot_2x12_88").level = 6;
      },
    ],
    [
      "a day that no second form fits",
      "coverage: sweetspot level 10, 120 min",
      "sweetspot",
      (file) => {
        file.workouts = file.workouts.filter((one) => one.level < 10 || one.rung === true);
      },
    ],
  ];

  it.each(broken)("reports %s", (_, finding, family, change) => {
    expect(problems(changed(family, change))).toContain(finding);
  });
});
