import { readDate } from "./parse-days.ts";
import { numberReader } from "./parse-number.ts";
import { objectReader } from "./parse-object.ts";
import { unreadable, type Reader } from "./parse-reading.ts";
import { minutesReader } from "./parse-values.ts";
import { EFFORT_CAP_PCT } from "./safety-limits.ts";
import { ACCEPTED } from "./accepted-range.ts";
import { effortCapSchema, type EffortCap } from "./schema.ts";

const CAP_EXPECTED = `expected the most power in percent of FTP, ${EFFORT_CAP_PCT.low} to ${EFFORT_CAP_PCT.high}, and its last day where it has one, such as 80 or 80:2027-03-01`;

/** `80`, `80%`, `80:2027-03-01` and `80 until 1 March` as parts. */
function capTyped(text: string): Readonly<Record<string, unknown>> | undefined {
  const [max_power_pct, until, ...rest] = text.split(/:| until /);
  return rest.length > 0 ? undefined : { max_power_pct, until };
}

const readCap = objectReader(effortCapSchema, {
  expected: CAP_EXPECTED,
  parts: {
    max_power_pct: numberReader({ ...EFFORT_CAP_PCT, unit: "percent of FTP", units: { "%": 1 } }),
    until: readDate,
    max_heart_rate: numberReader({ ...ACCEPTED.capHeartRate, unit: "beats a minute", units: { bpm: 1 } }),
    max_feel: numberReader({ ...ACCEPTED.feel, unit: "of 10", units: {} }),
    max_interval_minutes: minutesReader({ ...ACCEPTED.intervalMinutes, example: "5" }),
  },
  typed: capTyped,
});

/** `{ maxPowerPct, maxHeartRate, maxFeel, maxIntervalMinutes, until }`, any of them, or `80:2027-03-01`. */
export const readMaxPower: Reader<EffortCap> = (value, asked) => {
  const reading = readCap(typeof value === "number" ? String(value) : value, asked);
  if (reading.kind === "unreadable") return reading;
  const { until: _, ...caps } = reading.value;
  return Object.keys(caps).length === 0 ? unreadable(CAP_EXPECTED) : reading;
};

/** A cap on power as a rider would type it; undefined where it caps something else. */
export const maxPowerText = ({ max_power_pct, until, ...rest }: EffortCap): string | undefined =>
  max_power_pct === undefined || Object.keys(rest).length > 0
    ? undefined
    : `${max_power_pct}${until === undefined ? "" : `:${until}`}`;

/** The flags of one cap, as typed. */
export interface CapFlags {
  readonly maxPower?: unknown;
  readonly maxHeartRate?: unknown;
  readonly maxInterval?: unknown;
}

/** The three flags of a cap as the one answer that a file holds; a last day stands behind any of them. */
export function capOfFlags({ maxPower, maxHeartRate, maxInterval }: CapFlags): unknown {
  if (maxHeartRate === undefined && maxInterval === undefined) return maxPower;
  const parts = (value: unknown): readonly string[] => (typeof value === "string" ? value.split(":") : []);
  const given = [parts(maxPower), parts(maxHeartRate), parts(maxInterval)];
  const [power, heartRate, interval] = given.map(([value]) => value);
  const until = given.map(([, day]) => day).find((day) => day !== undefined);
  return { maxPowerPct: power, until, maxHeartRate: heartRate, maxIntervalMinutes: interval };
}
