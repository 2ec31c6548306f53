import { expect, it } from "vitest";
import { inParallel } from "../../../../src/jobs/model/in-parallel.ts";

const never = new AbortController().signal;
/** A clock whose waits end when they are told to. */
const clock = {
  sleep: (_ms: number, signal: AbortSignal) =>
    new Promise<void>((done) => {
      signal.addEventListener("abort", () => {
        done();
      });
      setTimeout(done, 30);
    }),
};
const turn = (ms = 1): Promise<void> => new Promise((done) => setTimeout(done, ms));

it("does everything in order, and never more at once than it may", async () => {
  const begun: number[] = [];
  let [now, most] = [0, 0];
  const work = async (item: number): Promise<void> => {
    begun.push(item);
    now += 1;
    most = Math.max(most, now);
    await turn(item % 3);
    now -= 1;
  };
  const items = Array.from({ length: 20 }, (_, i) => i);
  await inParallel(items, work, { atOnce: 4, signal: never, clock });
  expect(begun).toEqual(items);
  expect(most).toBe(4);
  await inParallel([], work, { atOnce: 4, signal: never, clock });
});

it("begins nothing new after a failure, lets others end, and throws the first", async () => {
  const ended: number[] = [];
  const work = async (item: number): Promise<void> => {
    if (item === 1) throw new Error("first");
    await turn(5);
    ended.push(item);
  };
  await expect(inParallel([0, 1, 2, 3, 4], work, { atOnce: 2, signal: never, clock })).rejects.toThrow("first");
  expect(ended).toEqual([0]);
});

it("does not wait for ever for what is under way", async () => {
  const work = (item: number, signal: AbortSignal): Promise<void> =>
    item === 0
      ? Promise.reject(new Error("first"))
      : new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(new Error("aborted"));
          });
        });
  await expect(inParallel([0, 1], work, { atOnce: 2, signal: never, clock })).rejects.toThrow("first");
});
