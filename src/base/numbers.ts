/** Two figures that differ by less than this are the same: sums of fractions are off by less, what is measured by more. */
export const ROUNDING_ERROR = 1e-6;

export const roundTo = (value: number, decimals: number): number => {
  const factor = 10 ** decimals;
  return Math.round((value + Number.EPSILON) * factor) / factor;
};

/** Minutes as hours to one decimal, as texts give them. */
export const hoursOf = (minutes: number): number => Math.round(minutes / 6) / 10;

export const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);

export const sum = (values: readonly number[]): number => {
  let total = 0;
  for (const value of values) total += value;
  return total;
};

export const mean = (values: readonly number[]): number => (values.length === 0 ? 0 : sum(values) / values.length);

/** Straight lines through `points` (x rising), flat outside them. */
export function interpolate(points: readonly (readonly [x: number, y: number])[], x: number): number {
  let before = points[0];
  for (const point of points) {
    if (x <= point[0]) {
      if (before === undefined || point[0] === before[0]) return point[1];
      return before[1] + ((x - before[0]) / (point[0] - before[0])) * (point[1] - before[1]);
    }
    before = point;
  }
  return before?.[1] ?? Number.NaN;
}
