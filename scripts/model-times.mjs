/**
 * Times runs with a simulated model (80 tokens a second, 1 s to the first) against what they must reach, and prints both:
 * the overview alone, overview and weeks several at once, and one answer that writes it all. `npm run model-times [SPEED]`
 * makes time pass SPEED times as fast.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const { status } = spawnSync(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "test/providers/times.test.ts", "--disable-console-intercept"],
  { cwd: root, stdio: "inherit", env: { ...process.env, CYCLING_PLAN_TEST_SPEED: process.argv[2] ?? "1" } },
);
process.exitCode = status ?? 1;
