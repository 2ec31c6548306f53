/** Load weeks of each block, and whether a recovery week closes the last one. */
export interface Blocks {
  readonly loads: readonly number[];
}

/**
 * Splits weeks into blocks of load weeks, each closed by one recovery week; with `openEnd` the last is not (a taper follows).
 * The fewest blocks that fit, longer ones first; where a taper follows, never a single load week before it if another
 * order allows (training science 2.4).
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
  if (openEnd && loads.at(-1) === 1) loads.push(loads.shift() ?? 1);
  return loads;
}

/** Lengths that no block pattern fits: 1 week, and 4 (before a taper) or 5 weeks, which hold four load weeks. */
function oddLengths(weeks: number, most: number, openEnd: boolean): number[] {
  const loadWeeks = openEnd ? weeks : weeks - 1;
  if (loadWeeks <= most + 1) return loadWeeks > 0 ? [loadWeeks] : [];
  return splitBlocks(weeks, Math.max(1, most - 1), openEnd).loads.slice();
}
