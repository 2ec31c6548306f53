import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { planHtml } from "../../../src/page/page.ts";
import { aPlan } from "../../support/a-plan.ts";
import { aPageInput } from "./a-page.ts";

const page = (given: Parameters<typeof aPageInput>[0] = {}): string => planHtml(aPageInput(given));

/** The words of a page, without style and script. */
const wordsOf = (html: string): string =>
  html
    .replace(/<head>.*?<\/head>/s, "")
    .replace(/<(style|script)>.*?<\/\1>/gs, "")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ");

const withGoal = (text: string): Parameters<typeof aPageInput>[0] => {
  const plan = aPlan();
  plan.training_plan.plan_metadata.goal = { text, kind: "improve-ftp", because: "you said so" };
  return { plan };
};

describe("the page of a plan", () => {
  it("is one file that loads nothing and allows only its own style and script", () => {
    const html = page();
    const policy = /http-equiv=Content-Security-Policy content="([^"]*)"/.exec(html)?.[1] ?? "";
    const sha = (tag: string): string => {
      const text = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "";
      return `&#39;sha256-${createHash("sha256").update(text).digest("base64")}&#39;`;
    };
    expect(policy).toContain("default-src &#39;none&#39;");
    expect(policy).toContain(`style-src ${sha("style")};`);
    expect(policy).toContain(`script-src ${sha("script")};`);
    expect(html).toContain('<html lang="en">');
    expect(html).not.toMatch(/\b(?:src|href)="?https?:/);
    expect(html.replace(/<style>.*?<\/style>/s, "")).not.toContain("style=");
  });

  it("begins with what safety must say, then goal, session of the day, week, season", () => {
    const words = wordsOf(page(withGoal("Improve FTP")));
    const order = [
      "do not ride.",
      "Improve FTP",
      "Sweet spot",
      "This week",
      "Season",
      "The other weeks",
      "Behind the plan",
    ];
    const places = order.map((text) => words.indexOf(text));
    expect(places.every((at) => at >= 0)).toBe(true);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });

  it("says the work of the day in watts, how often, and what comes between", () => {
    const hero = /<section id=today.*?<\/section>/s.exec(page())?.[0] ?? "";
    expect(hero).toContain("233–244");
    expect(wordsOf(hero)).toMatch(/3 × 15 min 5 min easy after each/);
    expect(hero).toContain("hard day");
  });

  it.each([
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; DROP TABLE",
    "</title><b>",
    "${alert(1)}",
    "&lt;b&gt;",
    "a\u0000b\u001b[31m",
  ])("takes any goal as plain words: %s", (goal) => {
    const html = page(withGoal(goal));
    expect(html).not.toContain("<script>alert");
    expect(html).not.toContain("<img");
    expect(html).not.toContain("</title><b>");
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/[\u0000\u001b]/); // eslint-disable-line no-control-regex -- these must not be there
  });

  it.each(["Lose 8 kg by summer", "Back on the bike after my heart attack", "abnehmen"])(
    "keeps a goal that tells of weight or health to the rider: %s",
    (goal) => {
      const words = wordsOf(page(withGoal(goal)));
      expect(words).not.toContain(goal);
      expect(words).not.toMatch(/heart attack|\bkg\b/);
    },
  );

  it("names no weight, whatever the profile holds", () => {
    const plan = aPlan();
    plan.training_plan.athlete_profile.weight_kg = 83.7;
    plan.training_plan.athlete_profile.assumptions = [
      { field: "weight_kg", value: 83.7, reason: "not given: taken for the time that your course takes" },
      { field: "ftp", value: 265, reason: "not given: from your weight, level and hours" },
    ];
    const words = wordsOf(page({ plan }));
    expect(words).not.toMatch(/83\.7|weight/i);
    expect(words).toContain("FTP: 265");
  });

  it("is the same to the byte from the same plan and day", () => {
    expect(page()).toBe(page());
  });
});

it("tells its commands as its rider started the program", () => {
  const text = planHtml({ ...aPageInput({ planFlag: " --plan spring" }), program: "node bin/cycling-plan.js" });
  const commands = text
    .replace(/<style[\s\S]*?<\/style>/g, "")
    .match(/\bcycling-plan (?:show|export|change|undo|done)\b/g);
  expect(commands).toBeNull();
  expect(text).toContain("node bin/cycling-plan.js undo --plan spring");
});
