import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { draws, IS_LONG } from "../support/draws.ts";
import { edits, mutated } from "./mutate.ts";
import { READERS } from "./readers.ts";

/** How long a megabyte may take: milliseconds of the processor, whatever else this machine does. */
const QUICK = 2000;
const MEGABYTE = 1_000_000;
const LONG = 120_000;

/** What is quadratic in a reader that looks for an end from each beginning. */
const REPEATED = ['"', '\\"', "<", "<!--", "<think>", "/*", "{", "[", "(", " ", "\n", ",", "a", "1", "-", ".", "/", "no ", "tue ", ", ", "a.", "1 2 ", "\u001b]", "\u001b[", "%2"]; // prettier-ignore

/** CPU time of this process for some work; `npm run fuzz` holds each reader to 2 s in a process of its own. */
async function millisecondsOfCpu(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1000;
}

describe.each(READERS)("the reader of $name", ({ corpus, words, read }) => {
  it("reads what it was made for, and falls over none of its damages", { timeout: LONG }, async () => {
    await fc.assert(
      fc.asyncProperty(edits, async ({ of, steps }) => {
        const first = corpus[of % corpus.length] ?? new Uint8Array();
        await read(steps.reduce((input, step) => mutated(input, step, { words, corpus }), first));
      }),
      { numRuns: draws({ few: 15, many: 3000 }) },
    );
  });

  it("takes a megabyte of anything in its stride", { timeout: LONG }, async () => {
    const all = [...new Set([...REPEATED, ...words])];
    for (const piece of all.filter((_, i) => IS_LONG || i % 16 === 7)) {
      const long = piece.repeat(MEGABYTE / new TextEncoder().encode(piece).length);
      for (const text of [long, `{"a":"${long}`, `${new TextDecoder().decode(corpus[0]).slice(0, 60)}${long}`]) {
        const bytes = new TextEncoder().encode(text);
        const ofWhole = await millisecondsOfCpu(() => read(bytes));
        if (ofWhole < QUICK) continue;
        // A process that has run a thousand other tests compiles patterns for size, and is slow at any length: in proportion, then.
        const ofPart = await millisecondsOfCpu(() => read(bytes.subarray(0, bytes.length / 8)));
        expect(ofWhole / ofPart, JSON.stringify(text.slice(0, 40))).toBeLessThan(16);
      }
    }
  });
});
