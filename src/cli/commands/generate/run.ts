import { heldBackSentences } from "../../../athlete/held-back-words.ts";
import { ANSWER_KEYS, type AnswerKey } from "../../../athlete/parse-answers.ts";
import type { ParsedRequest } from "../../../athlete/parse-request.ts";
import { isRecord } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import type { ExportOptions } from "../../../export/export-plan.ts";
import type { Library } from "../../../library/library.ts";
import {
  generatePlan,
  type GenerateInput,
  type GeneratePorts,
  type GenerateResult,
} from "../../../jobs/generate/generate.ts";
import { resumeCommand } from "../../../jobs/generate/run-state.ts";
import { writeWhole } from "../../../storage/atomic-write.ts";
import { readLibraries, shippedIn } from "../../../storage/library-files.ts";
import { planPaths } from "../../../storage/plan-folder.ts";
import { clockText } from "../../clock.ts";
import type { Action, Call } from "../../command-spec.ts";
import { exportNewPlan, wishedExport } from "../../export-after.ts";
import { textFlag } from "../../flags.ts";
import { mayRemember, rememberPlan } from "../../current-plan.ts";
import { inputName, pathFrom, readJsonInput } from "../../input.ts";
import { ownLine } from "../../own-library.ts";
import { pageFor } from "../../page.ts";
import { progressOf } from "../../progress.ts";
import { parsedWithRides, ridesFor } from "../../plan-rides.ts";
import { runLogOf } from "../../run-logs.ts";
import { resolveSettings, type Settings } from "../../settings.ts";
import { printPrompt } from "../../model-prompt.ts";
import { BUILT_IN, callOf, generatorOf, refuseSourceWithoutModel, type Generator } from "../../model-run.ts";
import { shortPath } from "../../short-path.ts";
import type { System } from "../../system.ts";

const readInput = (system: System, path: string): Promise<unknown> =>
  readJsonInput(system, path === "-" ? path : pathFrom(system, path));

/** Without these there is no plan; a time comes beside them. */
const NEEDED: readonly AnswerKey[] = ["ftp", "hours", "days", "experience"];

/** The flags that answer a question about the rider. */
function answerFlags(flags: Call["flags"]): Partial<Record<AnswerKey, unknown>> {
  const answers: Partial<Record<AnswerKey, unknown>> = {};
  for (const key of ANSWER_KEYS) if (flags[key] !== undefined) answers[key] = flags[key];
  return answers;
}

interface Given {
  readonly parsed: ParsedRequest;
  /** The rides that the plan starts from, as a table. */
  readonly activities?: string | undefined;
  readonly outsideOverview: unknown;
  /** The workouts to write beside the plan; undefined where none were asked for. */
  readonly wished: ExportOptions | undefined;
}

async function readRequest(call: Call, settings: Settings): Promise<Omit<Given, "wished">> {
  const { system, flags } = call;
  const profilePath = textFlag(flags, "profile");
  const overviewPath = textFlag(flags, "overview");
  if (profilePath === "-" && overviewPath === "-")
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "Standard input can hold the profile or the overview, not both.",
      hint: "Save one of them as a file and name it.",
    });
  const file =
    profilePath === undefined
      ? undefined
      : { value: await readInput(system, profilePath), source: inputName(profilePath) };
  const outsideOverview = overviewPath === undefined ? undefined : await readInput(system, overviewPath);
  // An overview says itself how many weeks it has.
  const weeks: unknown = isRecord(outsideOverview) ? outsideOverview.total_weeks : undefined;
  const sources = {
    ...(file === undefined ? {} : { file }),
    flags: answerFlags(flags),
    ...(weeks === undefined ? {} : { weeksElsewhere: weeks }),
  };
  const rides = await ridesFor(call, settings);
  return { ...parsedWithRides(sources, rides, settings.today), outsideOverview };
}

interface Closing {
  readonly system: System;
  readonly library: Library | undefined;
}

/** Who made the plan, in one line. */
function sourceLine({ ai_model: model, workout_source: source }: GenerateResult["plan"]["ai_metadata"]): string {
  if (model === null) return "Planned by the built-in planner; no model was asked.";
  return `Planned with ${model}: ${source === "llm" ? "the weeks and their rides" : "the weeks; the rides are the library's"}.`;
}

/** Where the files are, and what to do next. */
function closingLines(result: GenerateResult, input: Ready["input"], { system, library }: Closing): string[] {
  const where = shortPath(system, input.directory);
  if (input.isDryRun) return ["", `Dry run: nothing was written. ${result.files.length} files would go to ${where}.`];
  const isFoundById = input.directory === pathFrom(system, "plans");
  const name = isFoundById ? result.planId : shortPath(system, planPaths(input.directory, result.planId).plan);
  return [
    "",
    sourceLine(result.plan.ai_metadata),
    ...ownLine(result.plan, library),
    `Files: ${result.files.length} in ${where}, all beginning with ${result.planId}`,
    `Next:  cycling-plan show ${name} --week 1`,
  ];
}

function jsonOf(result: GenerateResult, input: Ready["input"], exported: unknown): string {
  const { plan_metadata: metadata, athlete_profile: profile } = result.plan.training_plan;
  return jsonText({
    plan_id: result.planId,
    job_id: result.jobId,
    dry_run: input.isDryRun,
    directory: input.directory,
    files: result.files,
    held_back: heldBackSentences(profile, metadata.total_weeks),
    warnings: metadata.warnings ?? [],
    given_up: metadata.given_up ?? [],
    assumptions: profile.assumptions,
    ...(exported === undefined ? {} : { export: exported }),
    ...(input.isDryRun ? { plan: result.plan } : {}),
  });
}

async function remember(system: System, settings: Settings, planFile: string): Promise<void> {
  if (!mayRemember(system, settings.quiet)) return;
  try {
    await rememberPlan(system, planFile);
  } catch (error) {
    if (!(error instanceof PlanError)) throw error;
    // The plan is there; only the shortcut of leaving its name out is not.
    system.err(`note: ${error.message} Name this plan in the next commands.\n`);
  }
}

/** A request file with the answers that stand on the command line. */
async function saveFlags({ system, flags }: Call, settings: Settings, path: string): Promise<void> {
  const { draftOfFlags } = await import("../../../wizard/draft-of-flags.ts");
  const { requestFileOf } = await import("../../../wizard/draft.ts");
  await writeWhole(
    [{ path: pathFrom(system, path), text: jsonText(requestFileOf(draftOfFlags(answerFlags(flags), settings.today))) }],
    "replace",
  );
}

/** Plans, writes and prints what one request asks for. */
async function makePlan(
  call: Call,
  settings: Settings,
  { parsed, activities, outsideOverview, wished }: Given,
): Promise<number> {
  const { system, flags } = call;
  const planId = textFlag(flags, "planId");
  const own = textFlag(flags, "library");
  const input: GenerateInput = {
    ...parsed,
    today: settings.today,
    seed: settings.seed ?? system.newSeed(),
    ...(planId === undefined ? {} : { planId }),
    directory: settings.out,
    force: flags.force === true,
    isDryRun: flags.dryRun === true,
    outsideOverview,
    isFixed: settings.isFixed,
    ...(own === undefined ? {} : { library: pathFrom(system, own) }),
    ...(activities === undefined ? {} : { activities }),
  };
  if (flags.showPrompt === true || flags.estimate === true) return printPrompt(call, settings, input);
  const generator = await generatorOf(call, settings);
  const asked = generator.model === undefined ? input : { ...input, model: generator.model };
  return plannedWith(call, settings, {
    input,
    wished,
    generator,
    plan: (ports) => generatePlan(asked, { ...ports, now: () => clockText(system, settings) }),
  });
}

/** A run that has its answers. */
interface Ready {
  readonly input: Omit<GenerateInput, "today" | "seed">;
  readonly wished: Given["wished"];
  readonly generator: Generator;
  readonly plan: (ports: GeneratePorts) => Promise<GenerateResult>;
}

/** What goes on with a run whose files lie in a directory. */
function goingOn(system: System, directory: string, planId: string): string {
  const where = directory === pathFrom(system, "plans") ? "" : ` --out ${shortPath(system, directory)}`;
  return `${resumeCommand(planId)}${where}`;
}

/** Plans, and says what came of it. */
async function plannedWith(call: Call, settings: Settings, { input, wished, generator, plan }: Ready): Promise<number> {
  const { system, isJson } = call;
  const own = input.library;
  const progress = await progressOf(call, settings);
  let library: Library | undefined;
  const isChatty = !settings.quiet && !isJson;
  const made = progress.during(generator.name, (tell) =>
    plan({
      compile: (asked, desk) => generator.compile(asked, desk, tell),
      library: async () => (library = await readLibraries(shippedIn(system.packageDirectory), own)),
      now: () => clockText(system, settings),
      isCancelled: system.isCancelled,
      log: runLogOf(system),
      processId: system.processId,
      resumeCommand: (planId) => goingOn(system, input.directory, planId),
    }),
  );
  const result = await made.finally(() => {
    const total = generator.total();
    if (isChatty && total !== undefined) system.err(`${total}\n`);
  });
  if (!input.isDryRun) await remember(system, settings, planPaths(input.directory, result.planId).plan);
  const exported = wished && (await exportNewPlan(system, result.plan, { ...input, options: wished }));
  if (isJson) system.out(jsonOf(result, input, exported?.json));
  else if (!settings.quiet) {
    const { planSummary } = await import("../../../report/summary.ts");
    const page = await pageFor(system, settings);
    const more = exported === undefined ? [] : ["", exported.text];
    system.out(
      `${[...planSummary(result.plan, page), ...closingLines(result, input, { system, library }), ...more].join("\n")}\n`,
    );
  }
  return 0;
}

/** Flags that say nothing about the plan: it was asked for already. */
const BESIDE_RESUME = [
  ...["resume", "out", "export", "json", "quiet", "input", "plain", "verbose"],
  ...["concurrency", "modelTimeout", "record", "replay"],
];

/** Goes on with a run whose process is gone. */
async function goOn(call: Call, settings: Settings, wished: Given["wished"]): Promise<number> {
  const { system, flags } = call;
  const others = Object.keys(flags).filter((name) => !BESIDE_RESUME.includes(name));
  if (others.length > 0)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: `--resume goes on with the answers that were given then; ${others.map((name) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`).join(", ")} cannot stand beside it.`,
      hint: "Leave the other flags out, or make the plan again with --force.",
    });
  const [{ openInterrupted, resumePlan }, { jobNamed }] = await Promise.all([
    import("../../../jobs/generate/resume.ts"),
    import("../../job-search.ts"),
  ]);
  const file = await jobNamed(system, settings, textFlag(flags, "resume") ?? "");
  const witness = { processId: system.processId, isRunning: system.isRunning, now: system.now().getTime() };
  const open = openInterrupted(file, witness);
  const { model } = open.input;
  return plannedWith(call, settings, {
    input: open.input,
    wished,
    generator: model === undefined ? BUILT_IN : await generatorOf(callOf(call, model), settings),
    plan: (ports) => resumePlan(open, { ...ports, now: () => clockText(system, { ...settings, isFixed: false }) }),
  });
}

/** Nothing is asked of scripts, of CI, of who forbade it, or where the answers are there already. */
function asksQuestions({ system, flags, isJson }: Call, { quiet }: Settings): boolean {
  const { input, output, chatter } = system.isTerminal;
  const isPerson = input && output && chatter && !system.env.CI && flags.input !== false && !isJson && !quiet;
  const hasTime = flags.weeks !== undefined || flags.eventDate !== undefined;
  const isComplete = hasTime && NEEDED.every((key) => flags[key] !== undefined);
  return isPerson && !isComplete && flags.profile === undefined && flags.overview === undefined;
}

async function fromQuestions(call: Call, settings: Settings, wished: Given["wished"]): Promise<number> {
  const { wizard } = await import("./wizard.ts");
  const rides = await ridesFor(call, settings);
  return wizard(call, settings, {
    given: answerFlags(call.flags),
    rides,
    make: (file, provider) => {
      const at = provider === undefined ? call : { ...call, flags: { ...call.flags, provider } };
      const sources = { file: { value: file, source: "your answers" } };
      const given = parsedWithRides(sources, rides, settings.today);
      return makePlan(at, settings, { ...given, outsideOverview: undefined, wished });
    },
  });
}

/** `generate`: answers from flags, a file or questions; then request to plan on disk, and a summary. */
export const generate: Action = async (call) => {
  const settings = await resolveSettings(call.system, call.flags);
  const wished = await wishedExport(call);
  if (call.flags.resume !== undefined) return goOn(call, settings, wished);
  await refuseSourceWithoutModel(call, settings);
  if (asksQuestions(call, settings)) return fromQuestions(call, settings, wished);
  const given = await readRequest(call, settings);
  const saveRequest = textFlag(call.flags, "saveRequest");
  if (saveRequest !== undefined) await saveFlags(call, settings, saveRequest);
  return makePlan(call, settings, { ...given, wished });
};
