import { expect, it } from "vitest";
import { converse, groupedFaults } from "../../../src/coach/converse.ts";
import { NO_USAGE, type Message } from "../../../src/providers/port.ts";

const weeks = (count: number, what: string): string[] =>
  Array.from({ length: count }, (_, i) => `weeks[${i}].days: ${what}`);

it("tells faults that say the same together, with every place", () => {
  expect(groupedFaults([...weeks(3, "Monday is not open"), "weeks[4].minutes: 500, at most 480"])).toEqual([
    "weeks[0].days, weeks[1].days, weeks[2].days: Monday is not open",
    "weeks[4].minutes: 500, at most 480",
  ]);
});

it("tells a whole season of faults, and of health that something is not possible", async () => {
  const seen: (readonly Message[])[] = [];
  const faults = [
    ...Array.from({ length: 24 }, (_, i) => `weeks[${i}].minutes: ${500 + i}, at most ${400 + i}`),
    "weeks[1]: no hard riding in the first weeks (careful-start)",
  ];
  await converse(
    { first: "plan", repairs: 1 },
    (messages) => {
      seen.push(messages);
      return Promise.resolve({ text: "{}", stop: "end", usage: NO_USAGE, retries: 0 });
    },
    () => ({ draft: undefined, faults }),
  );
  const said = seen[1]?.at(-1)?.content ?? "";
  expect(said).toContain("failed 25 checks");
  for (let i = 0; i < 24; i++) expect(said).toContain(`weeks[${i}].minutes: ${500 + i}, at most ${400 + i}`);
  expect(said).toContain("weeks[1]: this is not possible in this plan");
  expect(said).not.toContain("careful");
});
