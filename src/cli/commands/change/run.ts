import { readChange, type SaidChange } from "../../../athlete/parse-change.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { acceptEdits } from "../../../jobs/change/open-living.ts";
import { applyProposal, proposalText, readProposal } from "../../../jobs/change/kept-proposal.ts";
import { proposeChange, type Proposal } from "../../../jobs/change/propose.ts";
import { whatHappened } from "../../../jobs/change/what-happened.ts";
import type { Intent } from "../../../plan/change-schema.ts";
import { writeWhole } from "../../../storage/atomic-write.ts";
import type { Call, Run } from "../../command.ts";
import { pathFrom, readJsonInput } from "../../input.ts";
import { askOne, carryOutChange, openFor, startFor, stepWords, type Living } from "../../living.ts";
import type { changeSpec } from "./spec.ts";

type ChangeCall = Call<typeof changeSpec>;

/** What the words say, as the plan keeps it; an illness also knows where it sits. */
function asIntent(said: SaidChange, isAboveNeck: boolean): Intent {
  switch (said.kind) {
    case "sick":
      return { kind: "sick", from: said.from, to: said.to, above_neck: isAboveNeck };
    case "off":
    case "easier":
    case "harder":
      return { kind: said.kind, from: said.from, to: said.to };
    case "hours":
      return { kind: "hours", hours: said.hours, from: said.from, ...(said.to === undefined ? {} : { to: said.to }) };
    default:
      return said;
  }
}

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

/** "No" gives the slower way back, and is what Enter and scripts mean. */
async function isAboveNeck(
  { system, flags, isJson }: ChangeCall,
  said: readonly SaidChange[],
  living: Living,
): Promise<boolean> {
  if (flags.aboveNeck === true) return true;
  const isAsked = said.some(({ kind }) => kind === "sick") && flags.yes !== true && flags.dryRun !== true && !isJson;
  if (!isAsked || !system.isTerminal.input) return false;
  const choices = [
    { value: "no", name: "no, or not sure" },
    { value: "yes", name: "yes, above the neck only" },
  ];
  const answer = await askOne(living, SICK_QUESTION, { choices });
  if (answer === undefined) throw stopped();
  return answer === "yes";
}

const stopped = (): PlanError =>
  new PlanError({
    code: "CANCELLED",
    message: "Stopped. Nothing was changed.",
    hint: "Run the command again to start over.",
  });

/** The words of the command line, or what was chosen from what fits the day. */
async function wordsOf({ system, args: [words], isJson }: ChangeCall, living: Living): Promise<string> {
  if (words.length > 0) return words.join(" ");
  if (!system.isTerminal.input || isJson)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "change needs words here, because nobody can be asked.",
      hint: "Say what happened: cycling-plan change missed tue, or change sick tue-fri.",
    });
  const choices = whatHappened(living.open, living.settings.today);
  const ownWords = (text: string): true | string => {
    try {
      readChange(text, living.settings.today);
      return true;
    } catch (error) {
      return error instanceof PlanError ? error.message : String(error);
    }
  };
  const answer = await askOne(living, "What happened?", { choices, ownWords });
  if (answer === undefined || answer === "") throw stopped();
  return answer;
}

async function keepProposal(living: Living, at: { path: string; words: string; proposal: Proposal }): Promise<number> {
  const path = pathFrom(living.system, at.path);
  await writeWhole([{ path, text: proposalText(living.open, at) }], "exclusive");
  living.system.out(
    `The proposal is in ${path}; nothing was changed.\nDo it: cycling-plan change --apply ${at.path}\n`,
  );
  return 0;
}

/** `change WORDS`: seen, asked, done. */
export const change: Run<typeof changeSpec> = async (call) => {
  const { system, flags, isJson } = call;
  const living = await openFor(system, flags);
  if (flags.acceptEdits === true && living.open.isEdited) {
    const step = await acceptEdits(living.open, stepWords(living, "edited by hand"));
    system.out(isJson ? jsonText(step) : `The plan file is taken as it is, as step ${step.step}.\n`);
    return 0;
  }
  const start = await startFor(living);
  if (flags.apply !== undefined) {
    const kept = readProposal(await readJsonInput(system, pathFrom(system, flags.apply)), flags.apply);
    const propose = (): Proposal => applyProposal(living.open, kept);
    return carryOutChange({ living, words: kept.words, propose, flags, isJson, way: 0 });
  }
  const words = await wordsOf(call, living);
  const said = readChange(words, living.settings.today);
  const mild = await isAboveNeck(call, said, living);
  const intents = said.map((one) => asIntent(one, mild));
  const propose = (way: number): Proposal => proposeChange(start, intents, way);
  const way = wayOf(flags.way);
  if (flags.out !== undefined) return keepProposal(living, { path: flags.out, words, proposal: propose(way) });
  return carryOutChange({ living, words, propose, flags, isJson, way });
};
