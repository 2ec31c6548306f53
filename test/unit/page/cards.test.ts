import { describe, expect, it } from "vitest";
import { cardsHtml, cardsOf } from "../../../src/page/cards.ts";
import { eventPlan } from "../../../src/page/event-card.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aPageInput } from "./a-page.ts";

/** The small plan with an event of six hours on its last Sunday. */
function withEvent() {
  const plan = aPlan();
  plan.training_plan.plan_metadata.event = {
    date: "2027-01-03",
    type: "gran_fondo",
    hours: 6,
    days: 1,
    intensity_pct: 70,
    course: {
      distance_km: 120,
      climb_m: 2000,
      climbs: [
        { at_km: 30, length_km: 8, grade_pct: 6 },
        { at_km: 90, length_km: 0.5, grade_pct: 5 },
      ],
    },
  };
  return plan;
}

describe("the cards of a plan", () => {
  it("are the season, the event and the week, each with its size on paper", () => {
    const cards = cardsOf(aPageInput({ plan: withEvent() }));
    expect(cards.map(({ name, size }) => [name, size.width, size.height])).toEqual([
      ["season", 148, 148],
      ["event", 55, 140],
      ["week", 148, 210],
    ]);
    for (const { svg } of cards) expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" .*<\/svg>$/);
  });

  it("show a friend no FTP and no watts", () => {
    const [season] = cardsOf(aPageInput({ plan: withEvent() }));
    expect(season?.svg).not.toMatch(/FTP|\d ?W\b|kg/);
  });

  it("say by the hour what to hold and what to eat, with the long climbs in their place", () => {
    const plan = eventPlan(aPageInput({ plan: withEvent() }));
    // 70 % of 265 W; 75 g an hour, the middle of 60 to 90, in dots of 25 g.
    expect(plan?.average).toBe("186 W");
    expect(plan?.hours.map(({ hold }) => hold)).toEqual(["<186", "186", "186", "186", "186", "186"]);
    expect(plan?.hours.map(({ dots }) => dots)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(plan?.grams).toEqual({ total: 450, anHour: 75 });
    expect(plan?.hours.map(({ climbs }) => climbs.map(({ km }) => km))).toEqual([[], [30], [], [], [], []]);
  });

  it("leave out the event's card where a plan leads to none", () => {
    expect(cardsOf(aPageInput()).map(({ name }) => name)).toEqual(["season", "week"]);
  });

  it("are printed from a page that may load nothing", () => {
    const html = cardsHtml(cardsOf(aPageInput({ plan: withEvent() })));
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|style="/);
    expect(html.match(/<svg xmlns/g)).toHaveLength(3);
  });
});
