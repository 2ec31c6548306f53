/**
 * Draws docs/pictures again from what the program makes now: the page in a browser, the cards, and a terminal recording.
 * It needs a browser: `CHROMIUM`, or Debian's /usr/bin/chromium. `npm run pictures`
 */
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { buildDist } from "./build.mjs";
import { terminalSvg } from "./terminal-svg.mjs";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const PICTURES = join(ROOT, "docs", "pictures");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const TODAY = "2027-01-12";
/** Days of the plan that were ridden in these pictures, and one that was not. */
const RIDDEN = ["12-08", "12-10", "12-12", "12-13", "12-15", "12-17", "12-19", "12-20", "12-22", "12-26", "12-27", "12-29", "12-31"]; // prettier-ignore
const RIDDEN_IN_JANUARY = ["01-02", "01-03", "01-05", "01-07", "01-09"];

const place = mkdtempSync(join(tmpdir(), "cycling-plan-pictures-"));
const env = { PATH: process.env.PATH, HOME: join(place, "home"), NO_COLOR: "1", COLUMNS: "80" };
const run = (...args) =>
  execFileSync(process.execPath, [join(ROOT, "bin", "cycling-plan.js"), ...args], {
    cwd: place,
    env,
    encoding: "utf8",
  });

function makePlan() {
  const request = join(ROOT, "fixtures", "requests", "century-12-weeks.json");
  run(
    "generate",
    "--profile",
    request,
    "--plan-id",
    "century",
    "--out",
    "plans",
    "--seed",
    "1",
    "--today",
    "2026-12-01",
  );
  const done = (day, ...more) => run("done", day, "--plan", "century", "--today", TODAY, ...more);
  for (const day of RIDDEN) done(`2026-${day}`);
  for (const day of RIDDEN_IN_JANUARY) done(`2027-${day}`);
  done("2026-12-24", "--not");
  done("2027-01-10", "--minutes", "233");
  run("export", "century", "--format", "html,card", "--out", "out", "--today", TODAY);
}

/** One look at the page: how wide, in which light, and what of it. */
const LOOKS = [
  { name: "page-360-light", width: 360, height: 640, scale: 2 },
  { name: "page-360-dark", width: 360, height: 640, scale: 2, scheme: "dark" },
  { name: "page-1200-light", width: 1200, height: 1500, scale: 1 },
  { name: "page-1200-dark", width: 1200, height: 1500, scale: 1, scheme: "dark" },
  { name: "page-print", width: 704, height: 1040, scale: 1.5, media: "print", part: ".sheet" },
];

async function drawPage() {
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  for (const { name, width, height, scale, scheme = "light", media = "screen", part } of LOOKS) {
    const viewport = { width, height };
    const context = await browser.newContext({ viewport, deviceScaleFactor: scale, colorScheme: scheme });
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${TODAY}T09:00:00`));
    await page.emulateMedia({ media, colorScheme: scheme });
    await page.goto(`file://${join(place, "out", "century.html")}`);
    const path = join(PICTURES, `${name}.png`);
    await (part === undefined ? page.screenshot({ path }) : page.locator(part).screenshot({ path }));
    await context.close();
  }
  await browser.close();
}

/** What the program really prints when a week is lost to an illness. */
function recordTerminal() {
  const typed = "cycling-plan change sick tue-fri";
  const output = run("change", "sick", "tue-fri", "--plan", "century", "--today", "2027-01-16", "--dry-run");
  writeFileSync(join(PICTURES, "ill-tuesday-to-friday.svg"), terminalSvg(typed, output));
}

try {
  await buildDist();
  makePlan();
  mkdirSync(PICTURES, { recursive: true });
  await drawPage();
  for (const card of ["season", "event", "week"])
    copyFileSync(join(place, "out", `century-${card}.svg`), join(PICTURES, `card-${card}.svg`));
  recordTerminal();
  console.log(`docs/pictures is drawn: ${LOOKS.length} of the page, 3 cards, 1 recording`);
} finally {
  rmSync(place, { recursive: true, force: true });
}
