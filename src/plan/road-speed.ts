/*
 * How fast a power moves a rider and a bicycle: rolling, air and gravity (Martin et al. 1998, J Appl Biomech 14, whose model
 * met measured power within 1 %). Metres, seconds, watts, kilograms.
 */

/** Power that reaches the wheel: 97.7 % (Martin 1998). */
const DRIVE = 0.977;
/** Rolling resistance of a road tyre on asphalt (Martin 1998 and maker's tests: 0.003 to 0.006). */
const ROLLING = 0.005;
/** Drag area on the hoods in square metres (Debraux 2011: 0.30 to 0.37). */
const DRAG_AREA = 0.34;
const GRAVITY = 9.81;
/** Bicycle, clothes, bottles and tools beside the rider (convention). */
const GEAR_KG = 11;
/** Density of air at the sea, kg per cubic metre, and how it thins with height (ISO 2533, the standard atmosphere). */
const AIR = { sea: 1.225, perMetre: 2.25577e-5, power: 4.2559 };
/** Nobody rides down faster than this on average: bends, brakes and other people (convention). */
const FASTEST = 13;

/** The rider whose minutes are asked for. */
export interface RoadRider {
  readonly watts: number;
  readonly weightKg: number;
}

const airAt = (altitude: number): number => AIR.sea * (1 - AIR.perMetre * Math.max(0, altitude)) ** AIR.power;

/** Watts at the pedals for a speed on a grade (a fraction). */
function wattsFor(
  speed: number,
  grade: number,
  { weightKg, altitude }: { weightKg: number; altitude: number },
): number {
  const weight = (weightKg + GEAR_KG) * GRAVITY;
  const slope = Math.atan(grade);
  const force = weight * (Math.sin(slope) + ROLLING * Math.cos(slope)) + 0.5 * airAt(altitude) * DRAG_AREA * speed ** 2;
  return (force * speed) / DRIVE;
}

/** Metres a second at a power on a grade, found by halving: power rises with speed wherever it is positive. */
export function speedOn(grade: number, { watts, weightKg }: RoadRider, altitude = 0): number {
  let low = 0.3;
  let high = FASTEST;
  if (wattsFor(high, grade, { weightKg, altitude }) <= watts) return high;
  for (let i = 0; i < 40; i++) {
    const middle = (low + high) / 2;
    if (wattsFor(middle, grade, { weightKg, altitude }) <= watts) low = middle;
    else high = middle;
  }
  return low;
}
