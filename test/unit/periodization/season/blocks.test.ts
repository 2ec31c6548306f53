import { describe, expect, it } from "vitest";
import { splitBlocks } from "../../../../src/periodization/season/blocks.ts";

/** Load weeks of each block; a recovery week stands between them, and the shorter blocks come first. Section 2.4 of the training science. */
describe("weeks before a taper", () => {
  it.each([
    [10, [2, 3, 3]],
    [7, [3, 3]],
    [8, [2, 2, 2]],
    [14, [2, 3, 3, 3]],
    [3, [3]],
    [2, [2]],
    [1, [1]],
  ])("%i of them are blocks of %j, three load weeks at most", (weeks, loads) => {
    expect(splitBlocks(weeks, 3, true)).toEqual({ loads });
  });

  it("are four load weeks where nothing else fits", () => {
    expect(splitBlocks(4, 3, true)).toEqual({ loads: [4] });
  });

  it("are as few blocks as fit", () => {
    const fewest = [
      [2, 3, 1],
      [5, 7, 2],
      [8, 11, 3],
      [12, 15, 4],
      [16, 19, 5],
      [20, 23, 6],
    ] as const;
    for (const [from, to, blocks] of fewest)
      for (let weeks = from; weeks <= to; weeks++) expect(splitBlocks(weeks, 3, true).loads).toHaveLength(blocks);
  });

  it("neither begin nor end on a single load week where another order has more", () => {
    expect(splitBlocks(10, 2, true)).toEqual({ loads: [2, 1, 2, 2] });
    for (let weeks = 5; weeks <= 23; weeks++) expect(splitBlocks(weeks, 2, true).loads.at(-1)).toBe(2);
  });

  it.each([2, 3])("with %i load weeks in a row at most are all used", (most) => {
    for (let weeks = 5; weeks <= 23; weeks++) {
      const { loads } = splitBlocks(weeks, most, true);
      expect(loads.reduce((sum, length) => sum + length, 0) + loads.length - 1, `${weeks} weeks`).toBe(weeks);
      expect(Math.max(...loads)).toBeLessThanOrEqual(most);
    }
  });
});

describe("weeks without an event", () => {
  it.each([
    [3, [2]],
    [4, [3]],
    [6, [2, 2]],
    [8, [3, 3]],
    [12, [3, 3, 3]],
    [5, [4]],
  ])("%i of them are blocks of %j, each closed by a recovery week", (weeks, loads) => {
    expect(splitBlocks(weeks, 3, false)).toEqual({ loads });
  });

  it("are none for no week", () => {
    expect(splitBlocks(0, 3, false)).toEqual({ loads: [] });
  });
});
