import fc from "fast-check";
import { expect, it } from "vitest";
import type { SegmentJson } from "../../../src/workout/schema.ts";
import { planWith } from "./a-ride.ts";
import { readBack } from "./read-back.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { xmlComplaints } from "./validate-xml.ts";
import { textOf } from "./read-back.ts";

const minutes = fc.integer({ min: 1, max: 5400 }).map((seconds) => Math.round((seconds / 60) * 10_000) / 10_000);
/** Zero, whole, and with decimals. */
const percent = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 400 }),
  fc.integer({ min: 1, max: 40_000 }).map((n) => n / 100),
);
const block = fc.record({ duration_min: minutes, ends: fc.tuple(percent, percent) }).map(({ duration_min, ends }) => ({
  duration_min,
  power_low_pct: Math.min(...ends),
  power_high_pct: Math.max(...ends),
}));
const anyBlock = fc
  .record({ duration_min: minutes, ends: fc.tuple(percent, percent) })
  .map(({ duration_min, ends: [power_low_pct, power_high_pct] }) => ({ duration_min, power_low_pct, power_high_pct }));
const description = fc.string({ unit: "grapheme", maxLength: 150 });
const cadence = fc.option(
  fc
    .tuple(fc.integer({ min: 20, max: 220 }), fc.integer({ min: 20, max: 220 }))
    .map(([a, b]) => ({ cadence_low_rpm: Math.min(a, b), cadence_high_rpm: Math.max(a, b) })),
  { nil: {} },
);

const segment: fc.Arbitrary<SegmentJson> = fc.oneof(
  fc
    .record({ type: fc.constantFrom("steady" as const, "recovery" as const), block, description, cadence })
    .map(({ type, block: b, description: d, cadence: c }) => ({ type, ...b, description: d, ...c })),
  fc
    .record({ type: fc.constantFrom("warmup" as const, "cooldown" as const), block: anyBlock, description })
    .map(({ type, block: b, description: d }) => ({ type, ...b, description: d })),
  fc
    .record({ duration_min: minutes, power_start_pct: percent, power_end_pct: percent, description })
    .map((ramp) => ({ type: "ramp" as const, ...ramp })),
  fc
    .record({
      sets: fc.integer({ min: 1, max: 12 }),
      work: block,
      recovery: fc.option(block, { nil: undefined }),
      description,
      cadence,
    })
    .map(({ sets, work, recovery, description: d, cadence: c }) => ({
      type: "interval" as const,
      sets,
      work,
      ...(recovery === undefined ? {} : { recovery }),
      description: d,
      ...c,
    })),
  fc.record({ duration_min: minutes, description }).map((free) => ({ type: "free" as const, ...free })),
);

/** Rides that a plan may hold: up to 80 hours. */
const ride = fc.array(segment, { minLength: 1, maxLength: 6 }).filter((segments) => {
  const seconds = segments.reduce(
    (sum, one) =>
      sum +
      (one.type === "interval"
        ? one.sets * (one.work.duration_min + (one.recovery?.duration_min ?? 0))
        : one.duration_min),
    0,
  );
  return seconds <= 20 * 60;
});

it("trap: every kind of segment survives every format, zeros included", () => {
  fc.assert(
    fc.property(ride, (segments) => {
      expect(readBack(planWith({ segments, tss: 0 })).found).toEqual([]);
    }),
    { numRuns: 400, seed: 4 },
  );
});

it("leaves every such ride valid XML", async () => {
  const files = fc.sample(ride, { numRuns: 300, seed: 5 }).map((segments, i) => ({
    path: String(i),
    text: textOf(exportPlan(planWith({ segments, tss: 0 }), { formats: ["zwo"] })[0]!),
  }));
  expect(await xmlComplaints(files)).toEqual([]);
});
