/** The verdicts of one run: a figure holds while it keeps to its bound, which leaves room for a machine that is not quiet. */
const verdicts = [];

const DECIMALS = { x: 2, "%": 1 };
const shown = (value, unit) => `${value.toFixed(DECIMALS[unit] ?? 0)} ${unit}`;

function note(name, { value, unit, holds, bound, reach }) {
  verdicts.push(holds);
  const wanted = reach === undefined ? "" : `   (to reach: ${shown(reach, unit)})`;
  console.log(
    `${holds ? "ok    " : "FAILED"} ${name.padEnd(46)} ${shown(value, unit).padStart(10)}   ${bound}${wanted}`,
  );
}

/** A figure that is better the smaller it is. `limit` is the bound; `reach` is where it should be on a quiet machine. */
export const tellMost = (name, value, { unit, limit, reach }) =>
  note(name, { value, unit, reach, holds: value <= limit, bound: `at most ${shown(limit, unit)}` });

/** A figure that is better the larger it is. */
export const tellLeast = (name, value, { unit, limit, reach }) =>
  note(name, { value, unit, reach, holds: value >= limit, bound: `at least ${shown(limit, unit)}` });

/** A line that is no figure. */
export const say = (text) => console.log(`       ${text}`);

/** True where every figure kept to its bound. */
export const allHold = () => verdicts.every(Boolean);

/** The middle of some figures. */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
