import { describe, expect, it } from "vitest";
import { seasonScreen } from "../../../src/report/season-screen.ts";
import { widthOf } from "../../../src/report/columns.ts";
import type { Page } from "../../../src/report/page.ts";
import { planView } from "../../../src/rules/view.ts";
import { plainPage } from "../../support/a-page.ts";
import { aPlan, aWeek } from "../../support/a-plan.ts";

const season = (weeks: number, page: Page, today = "2026-12-15" as const): string[] => {
  const numbers = Array.from({ length: weeks }, (_, i) => i + 1);
  const plan = aPlan({ weeks: numbers.map((number) => aWeek(number)) });
  const more = "More: cycling-plan show week 2 · show sat · show --full";
  return seasonScreen({ head: "mine · week 2 of 4", view: planView(plan.training_plan), today, more }, page);
};

describe("the season on one screen", () => {
  it("draws what lies behind full and what lies ahead light, with its figures below", () => {
    const lines = season(4, plainPage);
    expect(lines[0]).toBe("mine · week 2 of 4");
    expect(lines).toContain("     100 ████ ░░░░ ░░░░ ░░░░");
    expect(lines).toContain("week        1   >2    3    4");
    expect(lines).toContain("from     7Dec   14   21   28");
    expect(lines.find((line) => line.startsWith("hours"))).toBe("hours     3.3  3.3  3.3  3.3");
    expect(lines.join("\n")).toMatch(/●[^]*○/);
  });

  it.each([4, 12, 24, 40])("%i weeks fit 80 by 24 with prompt and command, and every width", (weeks) => {
    expect(season(weeks, plainPage).length).toBeLessThanOrEqual(22);
    for (const width of [20, 60, 80, 200])
      for (const line of season(weeks, { ...plainPage, width })) expect(widthOf(line), line).toBeLessThanOrEqual(width);
  }); // prettier-ignore

  it("needs no more than ASCII: figures stay where the bars of form cannot", () => {
    const lines = season(12, { ...plainPage, unicode: false });
    expect(lines.join("\n")).toMatch(/^[\n -~]*$/);
    expect(lines.find((line) => line.startsWith("form"))).toMatch(/^form +[+-]\d/);
    expect(lines.find((line) => line.includes("100 "))).toMatch(/^ +100 #### \.\.\.\. /);
  });
});
