import { jsonText } from "../../../base/json.ts";
import type { GenerateResult } from "../../../jobs/generate/generate.ts";
import { limitsOf } from "../../../plan/without-power.ts";
import type { Library } from "../../../library/library.ts";
import { planPaths } from "../../../storage/plan-folder.ts";
import { pathFrom } from "../../input.ts";
import { sourceLines } from "../../../report/swap-words.ts";
import { wrapped } from "../../../report/wrap.ts";
import { ownLine } from "../../../report/own-workouts.ts";
import { shellWord } from "../../shell-word.ts";
import { shortPath } from "../../short-path.ts";
import { startedAs } from "../../started-as.ts";
import type { System } from "../../system.ts";

/** Where a run was told to write, and whether it did. */
export interface Place {
  readonly directory: string;
  readonly isDryRun: boolean;
}

interface Closing {
  readonly system: System;
  readonly library: Library | undefined;
}

/** Where the files are, and what to do next. */
export function closingLines(result: GenerateResult, input: Place, { system, library }: Closing): string[] {
  const where = shortPath(system, input.directory);
  if (input.isDryRun) return ["", `Dry run: nothing was written. ${result.files.length} files would go to ${where}.`];
  const isFoundById = input.directory === pathFrom(system, "plans");
  const name = isFoundById ? result.planId : shortPath(system, planPaths(input.directory, result.planId).plan);
  return [
    "",
    ...sourceText(result, system),
    ...ownLine(result.plan, library),
    `Files: ${result.files.length} in ${where}, all beginning with ${result.planId}`,
    `Next:  cycling-plan show ${shellWord(name, system.platform)} week 1`,
  ];
}

/** Who made the plan, where that was not our own planner with our own rides. */
export const madeByLines = (result: GenerateResult, { system, library }: Closing): string[] => [
  ...(result.plan.ai_metadata.ai_model === null ? [] : ["", ...sourceText(result, system)]),
  ...ownLine(result.plan, library),
];

/** Who made the plan, on lines of the page. */
const sourceText = ({ plan }: GenerateResult, { width }: System): string[] =>
  wrapped(sourceLines(plan).join("\n"), Math.min(width, 80)).split("\n");

interface WaysOn {
  readonly system: System;
  /** The plan is the current one: commands need not name it. */
  readonly isCurrent: boolean;
  /** The wizard offers what can be done at once; then only what comes later is said. */
  readonly isAsked: boolean;
}

/** The ways on from a plan, for who sits at a terminal. */
export function waysOnLines(
  { planId, plan }: GenerateResult,
  { directory }: Place,
  { system, isCurrent, isAsked }: WaysOn,
): { readonly next: readonly (readonly [what: string, how: string])[]; readonly why: string } {
  const isFoundById = directory === pathFrom(system, "plans");
  const path = isFoundById ? planId : shortPath(system, planPaths(directory, planId).plan);
  const name = isCurrent ? "" : ` ${shellWord(path, system.platform)}`;
  const program = startedAs(system);
  const { train_by: by } = plan.training_plan.athlete_profile;
  const atOnce = [
    ["look at it", `${program} show${name} --open`],
    [by === "feel" ? "calendar" : "to the bike", `${program} export${name}`],
  ] as const;
  return {
    next: [
      ...(isAsked ? [] : atOnce),
      ["each morning", `${program} today${name}`],
      ["files", `${shortPath(system, directory)}, all beginning with ${planId}`],
    ],
    why: `${program} why${name}`,
  };
}

/** The same for programs. */
export function closingJson(result: GenerateResult, input: Place, exported: unknown): string {
  const { plan_metadata: metadata, athlete_profile: profile } = result.plan.training_plan;
  return jsonText({
    plan_id: result.planId,
    job_id: result.jobId,
    dry_run: input.isDryRun,
    directory: input.directory,
    files: result.files,
    held_back: limitsOf(result.plan.training_plan),
    warnings: metadata.warnings ?? [],
    given_up: metadata.given_up ?? [],
    readiness: metadata.readiness,
    assumptions: profile.assumptions,
    export: exported,
    plan: input.isDryRun ? result.plan : undefined,
  });
}
