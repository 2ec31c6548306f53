import type { Course } from "../../../athlete/course-schema.ts";
import type { AnswerKey } from "../../../athlete/parse-answers.ts";
import { readTrainBy } from "../../../athlete/parse-terms.ts";
import { jsonText } from "../../../base/json.ts";
import type { ExportOptions } from "../../../export/export-plan.ts";
import { writeWhole } from "../../../storage/atomic-write.ts";
import type { GivenFlags } from "../../../wizard/draft-of-flags.ts";
import type { Run } from "../../command.ts";
import { pathFrom } from "../../input.ts";
import { refuseSourceWithoutModel } from "./generator.ts";
import type { Surroundings } from "../../model/choice.ts";
import { isNamed, modelWish, type ModelWish } from "../../model/wish.ts";
import { resolveSettings } from "../../settings.ts";
import type { Generating } from "./generating.ts";
import { makePlan } from "./make-plan.ts";
import { answersOf, fileOf, parsedFrom, readRequest, ridesOf } from "./request.ts";
import type { generateSpec } from "./spec.ts";

/** Without these there is no plan; a time comes beside them. */
const NEEDED: readonly AnswerKey[] = ["ftp", "hours", "days", "experience"];

/** Who trains without power is not asked for any. */
const needsNoFtp = ({ trainBy }: GivenFlags): boolean => {
  const by = readTrainBy(trainBy);
  return by.kind === "value" && by.value !== "power";
};

function isPersonThere({ system, settings, flags, isJson }: Generating): boolean {
  const { input, output, chatter } = system.isTerminal;
  return input && output && chatter && !system.env.CI && flags.input !== false && !isJson && !settings.quiet;
}

const hasTime = ({ flags }: Generating): boolean => flags.weeks !== undefined || flags.eventDate !== undefined;

/** Nothing is asked of scripts, of CI, of who forbade it, or where the answers are there already. */
function asksQuestions(run: Generating): boolean {
  const { flags } = run;
  const given: GivenFlags = answersOf(run);
  const isComplete =
    hasTime(run) && NEEDED.every((key) => given[key] !== undefined || (key === "ftp" && needsNoFtp(given)));
  return isPersonThere(run) && !isComplete && flags.profile === undefined && flags.overview === undefined;
}

async function fromQuestions(run: Generating, wish: ModelWish): Promise<number> {
  const { wizard } = await import("./wizard.ts");
  const { system, settings, flags } = run;
  const rides = await ridesOf(run);
  return wizard(system, settings, {
    given: answersOf(run),
    isAfter: run.carried !== undefined,
    wish,
    isPlainWanted: flags.plain === true,
    rides,
    saveRequest: flags.saveRequest,
    isDryRun: flags.dryRun === true,
    make: async (file, provider) => {
      const sources = { file: { value: file, source: "your answers" }, wishes: run.meant?.text };
      const given = await parsedFrom(sources, rides, settings.today);
      const agreed = provider === undefined ? wish : { ...wish, provider };
      return makePlan({ ...run, isAsked: true }, { ...given, outsideOverview: undefined }, agreed);
    },
  });
}

/** A request file with the answers that stand on the command line. */
async function saveFlags(run: Generating, path: string): Promise<void> {
  const { draftOfFlags } = await import("../../../wizard/draft-of-flags.ts");
  const { requestFileOf } = await import("../../../wizard/draft.ts");
  const { system, settings } = run;
  const file = requestFileOf(draftOfFlags(answersOf(run), settings.today));
  await writeWhole([{ path: pathFrom(system, path), text: jsonText(file) }], "replace");
}

/** What the rider wants beside the plan; undefined without the flag. Throws INPUT_INVALID for a wrong list. */
async function wishedExport(typed: string | true | undefined): Promise<ExportOptions | undefined> {
  if (typed === undefined) return undefined;
  // Loaded only when it is asked for: the formats are half of the program.
  const { exportOptions } = await import("../../../jobs/export/write-export.ts");
  return exportOptions({ format: typed === true ? undefined : typed, flag: "--export" });
}

/** What the GPX file of `--course` holds; what reads it is loaded only then. */
async function courseOfFlag(system: Generating["system"], path: string | undefined): Promise<Course | undefined> {
  if (path === undefined) return undefined;
  const { readCourseFile } = await import("../../read-course-file.ts");
  return readCourseFile(pathFrom(system, path));
}

/** With `--after`: what the plan before knows of the rider. */
async function withCarried(run: Generating): Promise<Generating> {
  const { system, settings, flags } = run;
  if (flags.after === undefined) return run;
  const { carriedOver } = await import("./after.ts");
  const carried = await carriedOver(system, settings, {
    after: flags.after,
    typed: answersOf(run),
    isAsked: isPersonThere(run) && !hasTime(run),
  });
  return { ...run, carried };
}

/** With `--wishes`: what the rider's own words mean, over flags and file. What reads them is loaded only then. */
async function withWishes(run: Generating, wish: ModelWish): Promise<Generating> {
  const { system, settings, flags } = run;
  if (flags.wishes === undefined) return run;
  const { takeWishes } = await import("../../wishes/take-wishes.ts");
  const file = await fileOf(run);
  const isLook = flags.estimate === true || flags.showPrompt === true;
  const around = { system, isQuiet: settings.quiet };
  const opened = isNamed(wish) && !isLook ? await openedFor(wish, around) : undefined;
  try {
    const meant = await takeWishes(system, settings, {
      text: flags.wishes,
      sources: { file, flags: answersOf(run) },
      isYes: flags.yes === true,
      isPerson: isPersonThere(run),
      isLook,
      byModel: async (text) => {
        if (opened === undefined) return [];
        const { wishesOfModel } = await import("../../wishes/model-wishes.ts");
        return wishesOfModel(text, settings.today, { ...around, opened });
      },
    });
    return { ...run, file, meant, opened };
  } catch (error) {
    await opened?.choice.finish();
    throw error;
  }
}

async function openedFor(wish: ModelWish, around: Surroundings): Promise<Generating["opened"]> {
  const { openedModel } = await import("../../model/opened.ts");
  return openedModel(wish, around);
}

/** `generate`: answers from flags, a file or questions; then request to plan on disk, and a summary. */
export const generate: Run<typeof generateSpec> = async (call) => {
  const { system, flags } = call;
  const settings = await resolveSettings(system, flags);
  const typed: Generating = {
    ...call,
    course: await courseOfFlag(system, flags.course),
    carried: undefined,
    meant: undefined,
    settings,
    wished: await wishedExport(flags.export),
  };
  const carrying = await withCarried(typed);
  if (flags.resume !== undefined) {
    const { goOn } = await import("./resume.ts");
    return goOn(carrying, flags.resume);
  }
  const wish = modelWish(flags, system, settings);
  await refuseSourceWithoutModel(wish);
  const run = await withWishes(carrying, wish);
  if (asksQuestions(run)) return fromQuestions(run, wish);
  const given = await readRequest(run);
  if (flags.saveRequest !== undefined) await saveFlags(run, flags.saveRequest);
  return makePlan(run, given, wish);
};
