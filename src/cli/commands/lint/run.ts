import { basename } from "node:path";
import { nearest } from "../../../athlete/parse-suggest.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan } from "../../../jobs/plans/find-plan.ts";
import { lintPlan, LINT_RULE_IDS, type LintInput } from "../../../jobs/lint/lint.ts";
import { lintPage, type LintReport } from "../../../report/lint.ts";
import type { Severity } from "../../../rules/rule.ts";
import { filesOfPlan } from "../../../storage/plan-folder.ts";
import { holdsWorkoutFiles } from "../../../storage/workout-folder.ts";
import { MOST_REQUEST_BYTES, readJsonFile } from "../../../storage/read-json.ts";
import type { Run } from "../../command.ts";
import { inputName, pathFrom, readJsonInput } from "../../input.ts";
import { pageFor } from "../../page.ts";
import { progressOf } from "../../progress.ts";
import { planSearch } from "../../plan-search.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import { shellWord } from "../../shell-word.ts";
import type { System } from "../../system.ts";
import { lintRules } from "./rules.ts";
import type { lintSpec } from "./spec.ts";

interface Asked {
  readonly plan: string | undefined;
  readonly rules: readonly string[] | undefined;
}

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => text.split(",")).filter((word) => word !== "");

/** `--rule a,b PLAN`: a last word that is no rule, nor nearly one, is the plan. */
function askedFor(plan: string | undefined, rules: readonly string[] | undefined): Asked {
  if (rules === undefined) return { plan, rules };
  const words = wordsOf(rules);
  const last = words.at(-1);
  const isPlan =
    plan === undefined &&
    words.length > 1 &&
    last !== undefined &&
    !LINT_RULE_IDS.includes(last) &&
    nearest(last, LINT_RULE_IDS) === undefined;
  return isPlan ? { plan: last, rules: words.slice(0, -1) } : { plan, rules: words };
}

function severityOf(given: string | undefined): Severity | undefined {
  if (given === undefined || given === "hard" || given === "scored") return given;
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `--severity: ${quoted(given)} -> expected hard or scored.`,
    hint: "hard shows errors only, scored shows notes only.",
  });
}

type Source = Pick<LintInput, "value" | "source" | "weekFiles" | "folder">;

/** Numbers of the week files that lie beside a plan. */
const weekFilesOf = async (directory: string, planId: string): Promise<number[]> =>
  (await filesOfPlan(directory, planId)).flatMap((name) => {
    const number = /_week_(\d+)\.json$/.exec(name)?.[1];
    return number === undefined ? [] : [Number(number)];
  });

/** The plan as JSON, and the week files beside it. */
async function readSource(
  system: System,
  settings: Settings,
  plan: string | undefined,
): Promise<Source & { path: string | null }> {
  if (plan === "-") return { value: await readJsonInput(system, plan), source: inputName(plan), path: null };
  const path = plan === undefined ? undefined : pathFrom(system, plan);
  if (path !== undefined && (await holdsWorkoutFiles(path))) {
    const { readFolder } = await import("../../../jobs/lint/read-folder.ts");
    return { ...(await readFolder(path)), path };
  }
  return readPlanSource(system, settings, plan);
}

async function readPlanSource(
  system: System,
  settings: Settings,
  plan: string | undefined,
): Promise<Source & { path: string }> {
  const { path, planId, directory } = await findPlan(planSearch(system, settings, plan));
  return { value: await readJsonFile(path), source: path, weekFiles: await weekFilesOf(directory, planId), path };
}

async function athleteOf(system: System, given: string | undefined): Promise<Pick<LintInput, "athlete">> {
  if (given === undefined) return {};
  const path = given === "-" ? given : pathFrom(system, given);
  return { athlete: { value: await readJsonInput(system, path, MOST_REQUEST_BYTES), source: inputName(given) } };
}

const jsonOf = (report: LintReport, file: string | null) => ({
  plan_id: report.planId,
  file,
  clean: report.isClean,
  made_elsewhere: report.isOutside,
  findings: report.findings,
  waived: report.waivers,
  not_checked: report.unchecked,
  not_applicable: report.notApplicable,
  scores: report.scores,
  ...(report.readings.length === 0 ? {} : { readings: report.readings }),
});

/** What a rider calls it: the plan by its id, a file or folder of another name by that. */
const nameOf = (planId: string, path: string | null): string =>
  path === null || basename(path).startsWith(`${planId}_`) ? planId : basename(path);

/** `lint [PLAN]`: exit code 1 where the plan has hard findings. */
export const lint: Run<typeof lintSpec> = async (call) => {
  const { system, args, flags, isJson } = call;
  if (flags.rules !== undefined) return lintRules(call);
  const asked = askedFor(args[0], flags.rule);
  if (asked.plan === "-" && flags.athlete === "-")
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "Standard input can hold the plan or the rider, not both.",
      hint: "Save one of them as a file and name it.",
    });
  const severity = severityOf(flags.severity);
  const settings = await resolveSettings(system, {});
  const { path, ...source } = await readSource(system, settings, asked.plan);
  const input: LintInput = {
    ...source,
    ...(await athleteOf(system, flags.athlete)),
    today: settings.today,
    rules: asked.rules,
    severity,
  };
  const progress = await progressOf(system, settings, { isJson });
  const report = await progress.during("Checking the plan", () => Promise.resolve(lintPlan(input)));
  if (isJson) system.out(jsonText(jsonOf(report, path)));
  else {
    const words = asked.plan === undefined || asked.plan === "-" ? [] : [shellWord(asked.plan, system.platform)];
    const shown = {
      name: nameOf(report.planId, path),
      command: ["cycling-plan lint", ...words].join(" "),
      isFull: flags.full === true,
    };
    system.out(`${lintPage(report, shown, await pageFor(system, settings)).join("\n")}\n`);
  }
  return report.findings.some((finding) => finding.severity === "hard") ? 1 : 0;
};
