import { expect, it } from "vitest";
import { expand } from "../../../src/workout/expand.ts";
import type { Segment } from "../../../src/workout/segment.ts";
import { shortSteps } from "../../../src/report/short-steps.ts";
import { plainPage } from "../../support/a-page.ts";

const stairs = (words: readonly string[]): Segment[] =>
  words.map((description, at) => ({
    kind: "steady",
    seconds: 180,
    low: 0.6 + at / 16,
    high: 0.6 + at / 16,
    description,
  }));
const said = (words: readonly string[]): string =>
  shortSteps(
    expand(stairs(words)),
    {
      told: {
        saying: { scale: { by: "feel", heart: undefined }, ftpWatts: undefined, beside: undefined },
        isTest: true,
      },
      most: 12,
    },
    plainPage,
  )
    .join(" ")
    .replace(/\s+/g, " ");

it("a staircase ends as its last step says, and where the power does if it says nothing", () => {
  const talk = said(["Comfortable; say two sentences", "Again", "Short sentences only", "Single words: stop here"]);
  expect(talk).toContain("First: comfortable; say two sentences. Last: single words: stop here");
  expect(talk).not.toContain("cannot hold");
  expect(said(["60 %", "66 %", "72 %", "78 %"])).toContain("each a step up; go on until you cannot hold it");
});
