import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Browser, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/base/calendar.ts";
import { planHtml } from "../../src/page/page.ts";
import { planFileSchema, type PlanFile } from "../../src/plan/schema.ts";
import { aPlan } from "../support/a-plan.ts";
import { aPageInput } from "../unit/page/a-page.ts";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const PHONE = { width: 360, height: 640 };
const DESK = { width: 1200, height: 900 };
const DAY = new Date("2026-12-08T09:00:00");

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
});
afterAll(() => browser.close());

interface Seen {
  readonly viewport?: typeof PHONE;
  readonly scheme?: "light" | "dark";
  readonly media?: "screen" | "print";
  readonly script?: boolean;
  readonly now?: Date;
  readonly html?: string;
}

const PAGE = planHtml(aPageInput({ done: [{ day: "2026-12-08", status: "not_ridden", at: "2026-12-08T10:00:00Z" }] }));

/** The page as somebody sees it; whatever it tries to load is an error. */
async function open({
  viewport = PHONE,
  scheme = "light",
  media = "screen",
  script = true,
  now = DAY,
  html = PAGE,
}: Seen = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport,
    colorScheme: scheme,
    javaScriptEnabled: script,
    bypassCSP: false,
  });
  const page = await context.newPage();
  const wrong: string[] = [];
  page.on("pageerror", ({ message }) => wrong.push(message));
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  await page.clock.setFixedTime(now);
  await page.emulateMedia({ media, colorScheme: scheme });
  await page.route("**/*", (route) =>
    route.request().url() === "http://plan.test/"
      ? route.fulfill({ contentType: "text/html", body: html })
      : route.abort(),
  );
  await page.goto("http://plan.test/");
  expect(wrong).toEqual([]);
  return page;
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Findings of axe with everything unfolded, so that nothing hides. */
async function findings(page: Page): Promise<string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
  await page.evaluate(await readFile(AXE, "utf8"));
  const result = await page.evaluate<{ violations: Violation[] }>("axe.run(document)");
  await page.context().close();
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ""}`),
  );
}

async function widthUnfolded(page: Page): Promise<number> {
  await page.evaluate("document.querySelectorAll('details').forEach((d) => (d.open = true))");
  const width = await page.evaluate<number>("document.documentElement.scrollWidth");
  await page.context().close();
  return width;
}

const RECORDED = join(import.meta.dirname, "../../fixtures/generate");
const recorded = (name: string): PlanFile =>
  planFileSchema.parse(JSON.parse(readFileSync(join(RECORDED, `${name}_plan.json`), "utf8")));
const goesBy = (scale: "feel" | "heart_rate"): PlanFile => {
  const plan = aPlan({ profile: { train_by: scale, ftp: undefined, lthr: scale === "feel" ? undefined : 165 } });
  delete plan.training_plan.plan_metadata.current_ftp;
  return plan;
};
const seenOn = (plan: PlanFile, today: CalendarDate) => ({
  html: planHtml(aPageInput({ plan, today })),
  now: new Date(`${today}T09:00:00`),
});

/** The day of the tenth session of a kind, or of its last where there are fewer. */
function dayOf(plan: PlanFile, role: "key" | "test" | "event"): CalendarDate {
  const workouts = plan.training_plan.weekly_plan.flatMap((week) => week.workouts);
  const days = workouts.filter((workout) => workout.role === role).map(({ date }) => date);
  return days[9] ?? days.at(-1)!;
}

const FONDO = "gran-fondo-20-weeks/recorded/plans/gran-fondo";
const LONG = "with-a-model-24-weeks/recorded/plans/long";
const onDayOf = (name: string, role: "key" | "test" | "event") => {
  const plan = recorded(name);
  return seenOn(plan, dayOf(plan, role));
};

/** Pages of other riders, and of other days. */
const OTHERS = [
  { name: "a plan by feel", make: () => seenOn(goesBy("feel"), "2026-12-08") },
  { name: "a plan by heart rate", make: () => seenOn(goesBy("heart_rate"), "2026-12-08") },
  { name: "a hard day of 24 weeks", make: () => onDayOf(LONG, "key") },
  { name: "a hard day before an event", make: () => onDayOf(FONDO, "key") },
  { name: "a test", make: () => onDayOf(FONDO, "test") },
  { name: "the day of the event", make: () => onDayOf(FONDO, "event") },
] as const;

describe("the page in a browser", () => {
  it.each([
    { name: "phone, light", seen: {} },
    { name: "phone, dark", seen: { scheme: "dark" } },
    { name: "desk, light", seen: { viewport: DESK } },
    { name: "desk, dark", seen: { viewport: DESK, scheme: "dark" } },
    { name: "paper", seen: { viewport: DESK, media: "print" } },
  ] as const)("has no finding of axe: $name", async ({ seen }) => {
    expect(await findings(await open(seen))).toEqual([]);
  });

  it.each(OTHERS)("has no finding of axe, and never scrolls sideways: $name", async ({ make }) => {
    const { html, now } = make();
    for (const scheme of ["light", "dark"] as const)
      expect(await findings(await open({ html, now, scheme }))).toEqual([]);
    expect(await widthUnfolded(await open({ html, now }))).toBeLessThanOrEqual(PHONE.width);
  });

  it.each(OTHERS)(
    "answers on the first screen of a phone what is next and how long is left: $name",
    async ({ name, make }) => {
      const { html, now } = make();
      const page = await open({ html, now });
      const parts = ["#facts", "#hero h3", "#hero .tm", "#hero .fig", "#hero .nx"];
      for (const part of name === "the day of the event" ? parts.slice(0, 3) : parts) {
        const box = await page.locator(part).first().boundingBox();
        expect((box?.y ?? Number.NaN) + (box?.height ?? 0)).toBeLessThanOrEqual(PHONE.height);
      }
      expect(await page.locator("#facts").innerText()).toMatch(/\d+ days? (?:to go|left)|today|tomorrow/);
      await page.context().close();
    },
  );

  it("never scrolls sideways at 360 px, with everything unfolded", async () => {
    expect(await widthUnfolded(await open())).toBeLessThanOrEqual(PHONE.width);
  });

  it("prints its season on the first sheet", async () => {
    const page = await open({ viewport: DESK, media: "print" });
    const height = await page.evaluate<number>("document.querySelector('.sheet').getBoundingClientRect().height");
    // A4 less its margins, in CSS pixels.
    expect(height).toBeLessThan(((297 - 22) / 25.4) * 96);
    await page.context().close();
  });

  it("is reached by the keyboard: every summary, button and link, in the order of the page", async () => {
    const page = await open();
    const count = await page.evaluate<number>(
      "[...document.querySelectorAll('summary,button,a,[tabindex]')].filter((e) => e.checkVisibility() && e.offsetParent !== null || e.classList.contains('skip')).length",
    );
    const reached = new Set<string>();
    for (let i = 0; i < count + 5; i++) {
      await page.keyboard.press("Tab");
      reached.add(
        await page.evaluate<string>(
          "(() => { const e = document.activeElement; return e === document.body ? '' : (window.__n ??= new Map()).get(e) ?? (window.__n.set(e, String(window.__n.size)), window.__n.get(e)); })()",
        ),
      );
    }
    reached.delete("");
    expect(reached.size).toBeGreaterThanOrEqual(count);
    await page.keyboard.press("Enter");
    await page.context().close();
  });

  it("says everything without a script, on the day of its writing", async () => {
    const page = await open({ script: false, now: new Date("2026-12-20T09:00:00") });
    expect(await page.locator("#facts").innerText()).toContain("Week 1 of 4");
    await page.locator(".day:not(.rest) summary").first().click();
    expect(await page.locator(".day .full").first().isVisible()).toBe(true);
    await page.context().close();
  });

  it("moves to the real today where a script runs", async () => {
    const page = await open({ now: new Date("2026-12-22T09:00:00") });
    expect(await page.locator("#facts").innerText()).toContain("Week 3 of 4");
    expect(await page.locator("#th").innerText()).toContain("Tue 22 Dec");
    expect(await page.locator("#hero .big").innerText()).toBe("233–244");
    expect(await page.locator("#wk-d .days").getAttribute("data-w")).toBe("3");
    expect(await page.locator("#wk-d .now").getAttribute("data-d")).toBe("2026-12-22");
    await page.context().close();
  });

  it.each<CalendarDate>(["2027-01-09", "2027-02-02", "2027-04-11", "2027-05-08", "2027-05-09"])(
    "says on %s, moved there by the script, what a page of that day says",
    async (day) => {
      const plan = recorded(FONDO);
      const said = async (today: CalendarDate): Promise<string[]> => {
        const { html } = seenOn(plan, today);
        const page = await open({ html, now: new Date(`${day}T09:00:00`) });
        const parts = page.locator(
          "#facts, #th, #hero h3, #hero .tm, #hero .fig, #hero .w1, #hero .nx, #hero .more > summary",
        );
        const texts = await parts.allInnerTexts();
        await page.context().close();
        // How ready the rider is can only be said on the day of the writing.
        return texts.map((text) => text.replace(/\s+/g, " ").replace(/ · (?:on track|a stretch)$/, "")).filter(Boolean);
      };
      expect(await said("2026-12-22")).toEqual(await said(day));
    },
  );

  it("keeps a tick by session, and offers the command that tells the plan", async () => {
    const page = await open({ html: planHtml(aPageInput()) });
    await page.locator("#hero .did").click();
    expect(await page.locator("#today .tell").innerText()).toContain("cycling-plan done 2026-12-08");
    await page.reload();
    expect(await page.locator("#hero .did").getAttribute("aria-pressed")).toBe("true");
    await page.context().close();
  });

  it("runs no script but its own, whatever a goal says", async () => {
    const plan = aPlan();
    plan.training_plan.plan_metadata.goal = {
      text: "<img src=x onerror=\"document.title='gone'\">",
      kind: "improve-ftp",
      because: "x",
    };
    const page = await open({ html: planHtml(aPageInput({ plan })) });
    expect(await page.title()).toContain("<img");
    await page.context().close();
  });
});
