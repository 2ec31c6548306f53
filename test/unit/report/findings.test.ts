import { describe, expect, it } from "vitest";
import { findingList, findingsPage } from "../../../src/report/findings.ts";
import { plainPage } from "../../support/a-page.ts";
import type { Finding } from "../../../src/rules/finding.ts";

const finding = (change: Partial<Finding>): Finding => ({
  rule: "weekly-ceiling",
  severity: "hard",
  message: "The week is longer than your ceiling.",
  numbers: { planned_hours: 8.25, ceiling_hours: 8 },
  ...change,
});

describe("findings", () => {
  it("puts errors first, each with place, words, numbers and rule", () => {
    const lines = findingsPage(
      [
        finding({
          severity: "scored",
          rule: "monotony",
          week: 1,
          message: "The week is even.",
          numbers: { monotony: 1.912 },
        }),
        finding({ week: 3, date: "2026-12-22" }),
        finding({ week: 2 }),
      ],
      plainPage,
    );
    expect(lines).toEqual([
      "error  week 2: The week is longer than your ceiling.",
      "       planned hours 8.25, ceiling hours 8 [weekly-ceiling]",
      "error  week 3, Tue 22 Dec: The week is longer than your ceiling.",
      "       planned hours 8.25, ceiling hours 8 [weekly-ceiling]",
      "note   week 1: The week is even.",
      "       monotony 1.91 [monotony]",
      "",
      "2 errors, 1 note.",
    ]);
  });

  it("says what mends it in hours and days, and its numbers only in full", () => {
    const long = finding({
      rule: "day-minutes",
      week: 6,
      date: "2027-01-12",
      message: "2 h 50 on a day of 1 h 30",
      numbers: { minutes: 170, limit: 90 },
    });
    expect(findingList([long, finding({ rule: "monotony", week: 7, message: "Even." })], plainPage, false)).toEqual([
      "error  week 6, Tue 12 Jan: 2 h 50 on a day of 1 h 30",
      "       Fix   take 1 h 20 out of that day, or give Tuesday 2 h 50.",
      "       [day-minutes]",
      "error  week 7: Even.",
      "       [monotony]",
    ]);
    expect(findingList([long], plainPage, true).slice(1)).toEqual(["       minutes 170, limit 90 [day-minutes]"]);
  });

  it("goes by week, and inside a week by day", () => {
    const some = [
      finding({ week: 10 }),
      finding({ week: 2, date: "2026-12-19" }),
      finding({ week: 2, date: "2026-12-15" }),
    ];
    const heads = findingsPage(some, plainPage).filter((line) => line.startsWith("error"));
    expect(heads.map((line) => line.slice(7, 26))).toEqual([
      "week 2, Tue 15 Dec:",
      "week 2, Sat 19 Dec:",
      "week 10: The week i",
    ]);
  });

  it("wraps long words under the first, and says why a rule may yield", () => {
    const message = "The longest ride of this plan comes 28 days before the event and not 14 to 21 days before it.";
    const excuse = { reason: "you cannot ride from 8 to 21 February.", numbers: {} };
    expect(findingsPage([finding({ severity: "scored", message, excuse, numbers: {} })], plainPage)).toEqual([
      "note   The longest ride of this plan comes 28 days before the event and not 14",
      "       to 21 days before it.",
      "       Stands because you cannot ride from 8 to 21 February.",
      "       [weekly-ceiling]",
      "",
      "0 errors, 1 note.",
    ]);
  });

  it("says so where there is none", () => {
    expect(findingsPage([], plainPage)).toEqual(["No findings."]);
  });
});
