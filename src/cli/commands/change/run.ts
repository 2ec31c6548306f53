import { heartStop } from "../../../athlete/heart-stop.ts";
import { readChange, type SaidChange } from "../../../athlete/parse-change.ts";
import { healthSignsIn } from "../../../athlete/health-words.ts";
import { PAIN_CARE, painIn } from "../../../athlete/pain.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { mondaysOf } from "../../../jobs/change/living.ts";
import { acceptEdits } from "../../../jobs/change/open-living.ts";
import { applyProposal, proposalText, readProposal } from "../../../jobs/change/kept-proposal.ts";
import { proposeChange, type Proposal } from "../../../jobs/change/propose.ts";
import { illWords } from "../../../report/change-words.ts";
import { intentOf } from "../../../jobs/change/said-intent.ts";
import { writeNew } from "../../../storage/atomic-write.ts";
import type { Call, Run } from "../../command.ts";
import { pathFrom, readJsonInput } from "../../input.ts";
import { askOne, carryOutChange, openFor, startFor, stepWords, type Living } from "../../living.ts";
import { planFlag } from "../../plan-flag.ts";
import { resolveSettings } from "../../settings.ts";
import { folded, widthOf } from "../../prompts/run-prompt.ts";
import { shellWord } from "../../shell-word.ts";
import { sayStart, startOn } from "../../start-plan.ts";
import type { changeSpec } from "./spec.ts";
import { stopped, wordsOf } from "./words.ts";

type ChangeCall = Call<typeof changeSpec>;

function wayOf(flag: string | undefined): number {
  if (flag === undefined) return 0;
  const way = Number(flag);
  if (Number.isInteger(way) && way >= 1 && way <= 9) return way - 1;
  throw new PlanError({
    code: "USAGE_INVALID",
    message: `--way: ${quoted(flag)} -> expected a whole number from 1 on.`,
    hint: "Leave it out for the first way.",
  });
}

const SICK_QUESTION = "Was it above the neck only: a cold or sore throat, no fever?";

const SICK_HINT =
  '"No" gives a slower way back. With chest pain or pressure, fainting or a racing\nheart, see a doctor before you ride.';

/** "No" gives the slower way back, and is what Enter and scripts mean. */
async function isAboveNeck(
  { system, flags, isJson }: ChangeCall,
  said: readonly SaidChange[],
  living: Living,
): Promise<boolean> {
  if (flags.aboveNeck === true) return true;
  const isAsked = said.some(({ kind }) => kind === "sick") && flags.yes !== true && flags.dryRun !== true && !isJson;
  if (!isAsked || !system.isTerminal.input) return false;
  const { plan_id: planId } = living.open.onDisk.file.training_plan;
  const ill = said.flatMap((one) => (one.kind === "sick" ? [illWords(one)] : []));
  system.err(`${planId} · I read: ${ill.join(" and ")}\n${SICK_HINT}\n\n`);
  const choices = [
    { value: "no", name: "no, or not sure" },
    { value: "yes", name: "yes, above the neck only" },
  ];
  const answer = await askOne(living, SICK_QUESTION, { choices });
  if (answer === undefined) throw stopped();
  return answer === "yes";
}

async function keepProposal(
  living: Living,
  at: { path: string; words: string; proposal: Proposal; plan: string | undefined },
): Promise<number> {
  const { system, open } = living;
  const path = pathFrom(system, at.path);
  const named = await planFlag(system, at.plan, open.path);
  await writeNew({ path, text: proposalText(living.open, at) }, "Choose another name for --out.");
  living.system.out(
    `The proposal is in ${path}; nothing was changed.\nDo it: cycling-plan change --apply ${shellWord(at.path, system.platform)}${named}\n`,
  );
  return 0;
}

const startsAlone = (): PlanError =>
  new PlanError({
    code: "USAGE_INVALID",
    message: "A start is a change of its own: it moves every day of the plan.",
    hint: "Say change start DATE first, and the rest after it.",
  });

/** `change start DATE`: what `schedule` does, seen first. */
async function changeStart({ system, flags, isJson }: ChangeCall, living: Living, date: CalendarDate): Promise<number> {
  const { settings } = living;
  const at = { system, settings, given: flags.plan, asked: date };
  const would = await startOn({ ...at, isDryRun: true });
  const { start_date: first, end_date: last } = would.done.plan.plan_instance;
  const seen = `The plan would run from ${first} to ${last}, and no workout changes.`;
  if (flags.dryRun === true || flags.yes !== true) {
    system.out(isJson ? jsonText({ start_date: first, end_date: last }) : `${seen}\n`);
    if (flags.dryRun === true) return 0;
    if (!system.isTerminal.input || isJson)
      throw new PlanError({
        code: "USAGE_INVALID",
        message: "The start was not changed, because nobody could be asked.",
        hint: "Say --yes to make it, or --dry-run only to see it.",
      });
    const choices = [
      { value: "yes", name: "yes, start then" },
      { value: "no", name: "no, leave it" },
    ];
    if ((await askOne(living, "Start it then?", { choices })) !== "yes") throw stopped();
  }
  await sayStart({ system, settings, isJson }, await startOn(at));
  return 0;
}

/** Takes the plan file as it was edited, as a step of its own. */
async function takeEdits({ system, isJson }: ChangeCall, living: Living, isMore: boolean): Promise<void> {
  const step = await acceptEdits(living.open, stepWords(living, "edited by hand"));
  // A program reads one value: that of the change that follows.
  if (!isMore || !isJson)
    system.out(isJson ? jsonText(step) : `The plan file is taken as it is, as step ${step.step}.\n`);
}

/** The plan with its edits taken; a dry run only looks at it as if they were. */
const withEdits = async ({ system, flags }: ChangeCall, living: Living): Promise<Living> =>
  flags.dryRun === true ? { ...living, open: { ...living.open, isEdited: false } } : openFor(system, flags);

/** A sign of the heart comes before the plan is even looked for. */
async function stopForHeart({ system, args: [words], flags }: ChangeCall): Promise<void> {
  const { today } = await resolveSettings(system, { today: flags.today });
  const named = flags.plan === undefined ? "" : ` --plan ${shellWord(flags.plan, system.platform)}`;
  const stop = heartStop(words.join(" "), today, named);
  if (stop !== undefined) throw stop;
}

/** `change WORDS`: seen, asked, done. */
export const change: Run<typeof changeSpec> = async (call) => {
  const { system, flags, isJson } = call;
  const isMore = call.args[0].length > 0 || flags.apply !== undefined;
  await stopForHeart(call);
  const found = await openFor(system, flags);
  const isTaken = flags.acceptEdits === true && found.open.isEdited;
  if (isTaken && flags.dryRun !== true) await takeEdits(call, found, isMore);
  if (isTaken && !isMore) return 0;
  const living = isTaken ? await withEdits(call, found) : found;
  const start = await startFor(living);
  if (flags.apply !== undefined) {
    const kept = readProposal(await readJsonInput(system, pathFrom(system, flags.apply)), flags.apply);
    const propose = (): Proposal => applyProposal(living.open, kept);
    return carryOutChange({ living, words: kept.words, propose, flags, isJson, way: 0 });
  }
  const words = await wordsOf(call, living);
  const said = readChange(words, living.settings.today, mondaysOf(start.plan));
  if (painIn(healthSignsIn(words, living.settings.today)) !== undefined)
    system.err(`${folded(PAIN_CARE, widthOf(system))}\n`);
  const [first] = said;
  if (first?.kind === "start" && said.length === 1) return changeStart(call, living, first.date);
  const mild = await isAboveNeck(call, said, living);
  const intents = said.map((one) => {
    if (one.kind === "start") throw startsAlone();
    return intentOf(start.plan, one, mild);
  });
  const propose = (way: number): Proposal => proposeChange(start, intents, way);
  const way = wayOf(flags.way);
  if (flags.out !== undefined)
    return keepProposal(living, { path: flags.out, words, proposal: propose(way), plan: flags.plan });
  return carryOutChange({ living, words, propose, flags, isJson, way });
};
