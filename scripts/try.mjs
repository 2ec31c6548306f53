/**
 * From a fresh clone to a plan on the screen, with nothing but Node and npm: installs what is missing, builds, writes a
 * 12-week plan from a file in fixtures/ to plans/ and shows it. The day and the seed are fixed, so everybody sees the
 * plan that README.md and docs/ show.
 */
import { ready, runOrStop } from "./ready.mjs";

const PLAN = ["--plan-id", "first-plan", "--out", "plans", "--seed", "first-plan", "--today", "2026-12-01", "--force"];
const STEPS = [
  ["bin/cycling-plan.js", "generate", "--profile", "fixtures/requests/century-12-weeks.json", ...PLAN],
  ["bin/cycling-plan.js", "show", "plans/first-plan_plan.json"],
];

ready();
for (const step of STEPS) runOrStop(step);
