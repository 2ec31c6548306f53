import { dryRun, generatePlan, type GeneratePorts, type GenerateResult } from "../../../jobs/generate/generate.ts";
import { newRun, type PlanRun } from "../../../jobs/generate/job-record.ts";
import { newTask } from "../../../jobs/generate/new-task.ts";
import type { ExportTask } from "../../../jobs/export/write-export.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { resumeCommand } from "../../../jobs/generate/run-state.ts";
import type { Library } from "../../../library/library.ts";
import { counted } from "../../../report/units.ts";
import { readLibraries, shippedIn } from "../../../storage/shipped-library.ts";
import { PlanError } from "../../../base/errors.ts";
import { changePaths, readSteps } from "../../../storage/lived-files.ts";
import { planPaths } from "../../../storage/plan-folder.ts";
import { planMade } from "../../../report/plan-made.ts";
import { planSummary } from "../../../report/summary.ts";
import { clockText } from "../../clock.ts";
import { placesOf } from "../../places.ts";
import { rememberForPerson } from "../../remember-plan.ts";
import { pathFrom } from "../../input.ts";
import { printPrompt } from "./print-prompt.ts";
import { generatorOf, type Generator } from "./generator.ts";
import type { ModelWish } from "../../model/wish.ts";
import { libraryFor } from "../../library-for.ts";
import { measuresFor } from "../../measures-for.ts";
import { pageFor } from "../../page.ts";
import { progressOf } from "../../progress.ts";
import { runLogOf } from "../../run-logs.ts";
import { shortPath } from "../../short-path.ts";
import { programOnPage } from "../../started-as.ts";
import type { System } from "../../system.ts";
import { closingJson, closingLines, madeByLines, waysOnLines } from "./closing.ts";
import type { Generating } from "./generating.ts";
import type { GivenRequest } from "./request.ts";

/** Plans, writes and prints what one request asks for. */
export async function makePlan(
  call: Generating,
  { parsed, activities, outsideOverview }: GivenRequest,
  wish: ModelWish,
): Promise<number> {
  const { system, settings, flags, isJson } = call;
  const { library: own } = flags;
  // Before a plan is made, not after: files that cannot hold it are no reason to lose the work.
  if (call.wished !== undefined) {
    const { formatsFor } = await import("../../../jobs/export/formats-for.ts");
    formatsFor(parsed.request.profile, call.wished);
  }
  const around = { system, isQuiet: settings.quiet };
  const { today, isFixed, out: directory } = settings;
  const seed = settings.seed ?? system.newSeed();
  const asked = { ...parsed, askedAt: clockText(system, settings), today, seed, outsideOverview, activities };
  const task = newTask(asked, flags.planId);
  if (flags.showPrompt === true || flags.estimate === true)
    return printPrompt(task, wish, {
      ...around,
      isJson,
      isEstimate: flags.estimate === true,
      wishes: call.meant && { text: call.meant.text, today },
      library: () => libraryFor(system, own),
    });
  const generator = await generatorOf(wish, around, call.opened);
  const run = newRun(task, {
    directory,
    force: flags.force === true,
    isFixed,
    ownLibrary: own && pathFrom(system, own),
    model: generator.model,
  });
  const isDryRun = flags.dryRun === true;
  if (flags.force === true && flags.discardChanges !== true && !isDryRun) await refuseToDiscard(run);
  const plan = isDryRun ? dryRun : generatePlan;
  const code = await carryOut(call, {
    run,
    isDryRun,
    generator,
    plan: (ports) => plan(run, { ...ports, now: () => clockText(system, settings) }),
  });
  // What is asked rests on the day and the seed: nobody could replay a recording without them.
  if (wish.recording?.kind === "record" && !isFixed && !settings.quiet)
    system.err(
      `note: to replay it, give the same answers with --today ${today} --seed ${seed} --replay ${wish.recording.directory}\n`,
    );
  return code;
}

/** Changes are somebody's season: a plan that has some is replaced only where that is said. */
async function refuseToDiscard({ directory, task: { planId } }: PlanRun): Promise<void> {
  const steps = await readSteps(changePaths(planPaths(directory, planId).plan).changes);
  if (steps.length === 0) return;
  throw new PlanError({
    code: "FILE_EXISTS",
    message: `The plan ${planId} was changed ${counted(steps.length, "time")} since it was made: --force would lose that.`,
    hint: "Say --discard-changes as well to replace it all the same, or choose another --plan-id.",
    details: { plan_id: planId, steps: steps.length },
  });
}

/** A run that has its answers. */
export interface Ready {
  readonly run: PlanRun;
  readonly isDryRun: boolean;
  readonly generator: Generator;
  readonly plan: (ports: GeneratePorts) => Promise<GenerateResult>;
}

/** What goes on with a run whose files lie in a directory. */
function goingOn(system: System, directory: string, planId: string): string {
  const where = directory === pathFrom(system, "plans") ? "" : ` --out ${shortPath(system, directory)}`;
  return `${resumeCommand(planId)}${where}`;
}

/** Writes the workouts of a new plan, or only counts them on a dry run; in both ways of telling it. */
async function exportBeside(
  { system, settings }: Pick<Generating, "system" | "settings">,
  plan: PlanFile,
  task: Pick<ExportTask, "options" | "force" | "isDryRun" | "page">,
): Promise<{ readonly text: string; readonly json: unknown }> {
  // Loaded only when it is asked for: the formats are half of the program.
  const [{ exportFolder, exportNewPlan }, { exportedJson, exportedText }] = await Promise.all([
    import("../../../jobs/export/write-export.ts"),
    import("../../../jobs/export/tell-export.ts"),
  ]);
  const directory = pathFrom(system, exportFolder(plan));
  const done = await exportNewPlan(system, plan, {
    ...task,
    directory,
    install: false,
    listFolder: placesOf(system).state,
  });
  return { text: exportedText(done, { ...system, measures: measuresFor(system, settings) }), json: exportedJson(done) };
}

/** Plans, and says what came of it. */
export async function carryOut(call: Generating, { run, isDryRun, generator, plan }: Ready): Promise<number> {
  const { system, settings, flags, wished, isJson } = call;
  const progress = await progressOf(system, settings, { isJson, isPlainWanted: flags.plain });
  let library: Library | undefined;
  const isChatty = !settings.quiet && !isJson;
  const made = progress.during(generator.name, (tell) =>
    plan({
      compile: (task, means) => generator.compile(task, means, tell),
      library: async () => (library = await readLibraries(shippedIn(system.packageDirectory), run.ownLibrary)),
      now: () => clockText(system, settings),
      isCancelled: system.isCancelled,
      log: runLogOf(system),
      processId: system.processId,
      resumeCommand: (planId) => goingOn(system, run.directory, planId),
    }),
  );
  const result = await made.finally(() => {
    const total = generator.total();
    if (isChatty && total !== undefined) system.err(`${total}\n`);
  });
  const planPath = planPaths(run.directory, result.planId).plan;
  const remembering = { isQuiet: settings.quiet, isWished: flags.use === true };
  const isCurrent = !isDryRun && (await rememberForPerson(system, remembering, planPath));
  const page = { planPath, today: settings.today, planFlag: "", program: programOnPage(system) };
  const exported =
    wished && (await exportBeside(call, result.plan, { force: run.force, isDryRun, options: wished, page }));
  const place = { directory: run.directory, isDryRun };
  if (isJson) system.out(closingJson(result, place, exported?.json));
  else if (!settings.quiet) {
    const page = await pageFor(system, settings);
    const more = exported === undefined ? [] : ["", exported.text];
    const closing = closingLines(result, place, { system, library });
    const lines =
      system.isTerminal.output && !isDryRun
        ? [
            ...planMade(
              result.plan,
              page,
              waysOnLines(result, place, { system, isCurrent, isAsked: call.isAsked === true }),
            ),
            ...madeByLines(result, { system, library }),
          ]
        : [...planSummary(result.plan, page), ...closing];
    system.out(`${[...lines, ...more].join("\n")}\n`);
  }
  return 0;
}
