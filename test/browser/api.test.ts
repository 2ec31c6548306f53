import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { compilePlan, exportPlan } from "cycling-plan";
import { build } from "esbuild";
import { chromium } from "playwright-core";
import { expect, it } from "vitest";

const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const ROOT = join(import.meta.dirname, "..", "..");
const REQUEST = JSON.parse(
  readFileSync(join(ROOT, "fixtures", "requests", "century-12-weeks.json"), "utf8"),
) as unknown;
const OPTIONS = { today: "2026-12-01", seed: "s", planId: "first" };

/** What runs in the page: it plans, checks and draws, and says how long a plan takes once the code is warm. */
const IN_PAGE = `
import { checkPlan, compilePlan, exportPlan } from "cycling-plan";
globalThis.tried = (request, options) => {
  const times = [];
  let made;
  for (let i = 0; i < 15; i++) {
    const start = performance.now();
    made = compilePlan(request, options);
    times.push(performance.now() - start);
  }
  const { findings } = checkPlan(made.plan);
  const page = exportPlan(made, { formats: ["html"] })[0];
  return {
    first: times[0],
    warm: times.slice(1).sort((a, b) => a - b)[7],
    plan: JSON.stringify(made.plan),
    findings: findings.length,
    page: new TextDecoder().decode(page.bytes),
  };
};`;

interface Tried {
  readonly first: number;
  readonly warm: number;
  readonly plan: string;
  readonly findings: number;
  readonly page: string;
}

/** A bundle for a browser; the bundler fails where something of Node's is asked for. */
async function bundled(contents: string): Promise<Uint8Array> {
  const stdin = { contents, resolveDir: ROOT, loader: "js" } as const;
  const { outputFiles } = await build({
    stdin,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    logLevel: "error",
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

it("plans, checks and draws in a browser, and gives what Node gives", async () => {
  const code = await bundled(IN_PAGE);
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.route("**/*", (route) =>
      route.request().url() === "http://plan.test/"
        ? route.fulfill({ contentType: "text/html", body: "<!doctype html><title>x</title>" })
        : route.abort(),
    );
    await page.goto("http://plan.test/");
    await page.addScriptTag({ type: "module", content: new TextDecoder().decode(code) });
    await page.waitForFunction("globalThis.tried !== undefined");
    const said: unknown = await page.evaluate(`tried(${JSON.stringify(REQUEST)}, ${JSON.stringify(OPTIONS)})`);
    const tried = said as Tried;
    const made = compilePlan(REQUEST, OPTIONS);
    expect(tried.plan).toBe(JSON.stringify(made.plan));
    expect(tried.findings).toBe(0);
    expect(tried.page).toBe(new TextDecoder().decode(exportPlan(made, { formats: ["html"] })[0]?.bytes));
    const size = async (names: string): Promise<number> =>
      gzipSync(await bundled(`export { ${names} } from "cycling-plan";`), { level: 9 }).length;
    const [plan, all] = [await size("compilePlan, checkPlan"), await size("compilePlan, checkPlan, exportPlan")];
    console.log(
      `a 12-week plan ${tried.first.toFixed(0)} ms, warm ${tried.warm.toFixed(1)} ms; plan and check ${plan} bytes packed, with all exports ${all}`,
    );
  } finally {
    await browser.close();
  }
});
