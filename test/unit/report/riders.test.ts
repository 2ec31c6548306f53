import { describe, expect, it } from "vitest";
import { reviewedPage, standingPage, type ReviewedRow, type StandingRow } from "../../../src/report/riders.ts";
import { widthOf } from "../../../src/report/columns.ts";
import { plainPage } from "../../support/a-page.ts";

const standing = (change: Partial<StandingRow> = {}): StandingRow => ({
  rider: "anna",
  stands: "week 6 of 12",
  event: "Tour of the long names",
  until: "in 48 days",
  ready: "on track",
  hours: "9 h 50",
  trouble: "",
  ...change,
});
const reviewed = (change: Partial<ReviewedRow> = {}): ReviewedRow => ({
  rider: "anna",
  week: "5 of 12",
  ridden: "7 h 30 of 9 h 40",
  missed: "0",
  notKnown: "1",
  reasons: [],
  ...change,
});
const LONG = "a-rider-of-a-very-long-name-as-programs-give-them-to-people-9f3a";
const NONE = { stands: "", event: "", until: "", ready: "", hours: "" };

describe("many riders on a page", () => {
  it.each([60, 80, 100, 200])("never run over %i columns, and every word of a trouble is there", (width) => {
    const page = { ...plainPage, width };
    const trouble = "the plan file is no plan of this program and a field of it was lost";
    const reasons = ["2 key sessions missed", "not yet ready for the event", trouble];
    const pages = [
      standingPage([standing(), standing({ rider: LONG }), standing({ ...NONE, rider: "ben", trouble })], page),
      reviewedPage([reviewed(), reviewed({ rider: LONG, reasons }), reviewed({ reasons })], page),
    ];
    for (const lines of pages) {
      expect(lines.filter((line) => widthOf(line) > width)).toEqual([]);
      const words = new Set(lines.join(" ").split(/\s+/));
      expect(trouble.split(" ").filter((word) => !words.has(word))).toEqual([]);
    }
  });

  it("have the event's name where there is room, and its days everywhere", () => {
    const lines = (width: number): string => standingPage([standing()], { ...plainPage, width }).join("\n");
    expect(lines(60)).toContain("in 48 days");
    expect(lines(60)).not.toContain("Tour");
    expect(lines(100)).toContain("Tour of the long names in 48 days");
  });

  it("are counted by what they need", () => {
    const [plans] = standingPage([standing(), standing({ ready: "not yet" }), standing(NONE)], plainPage);
    expect(plans).toBe("3 riders: 1 on track, 1 not yet, 1 without a plan that can be read");
    expect(reviewedPage([reviewed()], plainPage)[0]).toBe("1 rider: nobody needs a look");
    expect(reviewedPage([reviewed({ reasons: ["ill"] })], plainPage)[0]).toBe("1 rider: 1 needs a look");
  });
});
