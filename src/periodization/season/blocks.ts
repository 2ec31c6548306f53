/** Load weeks of each block, and whether a recovery week closes the last one. */
export interface Blocks {
  readonly loads: readonly number[];
}

/**
 * Splits weeks into blocks of load weeks, each closed by one recovery week; with `openEnd` the last is not (a taper follows).
 * The fewest blocks that fit, longer ones first; where a taper follows, shorter ones first, so that the last weeks before it
 * hold the most load (training science 2.4).
 */
export function splitBlocks(weeks: number, most: number, openEnd: boolean): Blocks {
  if (weeks <= 0) return { loads: [] };
  const least = Math.max(1, most - 1);
  for (let blocks = 1; blocks <= weeks; blocks++) {
    const recoveries = openEnd ? blocks - 1 : blocks;
    const loadWeeks = weeks - recoveries;
    if (loadWeeks < blocks * least || loadWeeks > blocks * most) continue;
    return { loads: spread(loadWeeks, blocks, openEnd) };
  }
  return { loads: oddLengths(weeks, most, openEnd) };
}

function spread(loadWeeks: number, blocks: number, openEnd: boolean): number[] {
  const short = Math.floor(loadWeeks / blocks);
  const longer = loadWeeks - short * blocks;
  const loads = Array.from({ length: blocks }, (_, i) =>
    (openEnd ? i >= blocks - longer : i < longer) ? short + 1 : short,
  );
  return openEnd ? withLaterStart(loads) : loads;
}

/** No recovery week is needed before the third week: a block of one load week stands second where a longer one can be first. */
function withLaterStart(loads: readonly number[]): number[] {
  const [first = 0, ...rest] = loads;
  const longer = rest.indexOf(2);
  return first === 1 && longer >= 0 && longer < rest.length - 1
    ? [2, first, ...rest.filter((_, i) => i !== longer)]
    : [...loads];
}

/** Lengths that no block pattern fits: 1 week, and 4 (before a taper) or 5 weeks, which hold four load weeks. */
function oddLengths(weeks: number, most: number, openEnd: boolean): number[] {
  const loadWeeks = openEnd ? weeks : weeks - 1;
  if (loadWeeks <= most + 1) return loadWeeks > 0 ? [loadWeeks] : [];
  return splitBlocks(weeks, Math.max(1, most - 1), openEnd).loads.slice();
}
