import { joinWords } from "../base/text.ts";
import { PlanError } from "../base/errors.ts";
import { jsonText } from "../base/json.ts";
import { findPlan } from "../jobs/plans/find-plan.ts";
import { commitChange, openLiving, startOf, type OpenPlan, type StepWords } from "../jobs/change/open-living.ts";
import type { ChangeStart } from "../jobs/change/edit.ts";
import type { Proposal } from "../jobs/change/propose.ts";
import { sightOf } from "../jobs/change/sight.ts";
import { changeKeys, changeLines } from "../report/change.ts";
import { leadingTo } from "../report/columns.ts";
import { wrapped } from "../report/wrap.ts";
import manifest from "../../package.json" with { type: "json" };
import { clockText } from "./clock.ts";
import { libraryFor } from "./library-for.ts";
import { pagesFollow } from "./pages-follow.ts";
import { pageFor } from "./page.ts";
import { planFlag } from "./plan-flag.ts";
import { datedSearch } from "./plan-search.ts";
import { pushDue } from "./push-due.ts";
import { resolveSettings, type Settings } from "./settings.ts";
import { prompterFor } from "./prompts/prompter-for.ts";
import type { System } from "./system.ts";
import type { Check } from "../wizard/prompter.ts";

/** The flags of whatever changes a plan. */
export interface LivingFlags {
  readonly plan?: string | undefined;
  readonly yes?: true | undefined;
  readonly dryRun?: true | undefined;
  readonly today?: string | undefined;
  readonly quiet?: true | undefined;
}

/** A plan on disk, and what a change of it starts from. */
export interface Living {
  readonly system: System;
  readonly settings: Settings;
  readonly open: OpenPlan;
}

/** Finds and opens the plan that is to be changed; what a killed run left is finished first. */
export async function openFor(system: System, flags: LivingFlags): Promise<Living> {
  const settings = await resolveSettings(system, { today: flags.today, quiet: flags.quiet });
  const { path } = await findPlan(datedSearch(system, settings, flags.plan));
  return { system, settings, open: await openLiving(path) };
}

export const startFor = async ({ system, settings, open }: Living): Promise<ChangeStart> =>
  startOf(open, { library: await libraryFor(system, undefined), today: settings.today });

export const stepWords = ({ system, settings }: Living, words: string): StepWords => ({
  words,
  day: settings.today,
  at: clockText(system, settings),
  program: manifest.version,
});

const asJson = (proposal: Proposal): Record<string, unknown> => {
  const { planId, ...sight } = sightOf(proposal, true);
  return { plan_id: planId, ...sight, intents: proposal.intents, effect: proposal.effect };
};

interface Choice {
  readonly value: string;
  readonly name: string;
}

/** One question with a list; own words where they are welcome. Undefined where the rider stops. */
export async function askOne(
  living: Living,
  message: string,
  { choices, ownWords }: { readonly choices: readonly Choice[]; readonly ownWords?: Check },
): Promise<string | undefined> {
  const prompter = await prompterFor(living.system, living.settings);
  try {
    return await prompter.ask({ kind: "choice", message, choices, initial: choices[0]?.value, ownWords });
  } finally {
    prompter.close();
  }
}

type Answer = "yes" | "no" | "other";

/** Shows the change and asks; where nobody can be asked it is not made. */
async function asked(living: Living, proposal: Proposal): Promise<Answer> {
  const { system, settings } = living;
  const page = await pageFor(system, settings);
  const prompter = await prompterFor(living.system, living.settings);
  const keys = changeKeys(sightOf(proposal));
  // Only what the line offers is an answer.
  const offered = ["y", "n", "d", "o"].filter((key) => new RegExp(`(?:^|· )${key} `).test(keys));
  const known = [...offered, "yes", "no"];
  try {
    for (;;) {
      const answer = await prompter.ask({
        kind: "text",
        message: keys,
        initial: "n",
        check: (text) => known.includes(text.trim().toLowerCase()) || `Type ${joinWords(offered, "or")}.`,
      });
      const key = answer?.trim().toLowerCase().charAt(0);
      if (key === "d") system.err(`${changeLines(sightOf(proposal, true), page).join("\n")}\n`);
      else if (key === "y") return "yes";
      else if (key === "o" && proposal.others.length > 0) return "other";
      else return "no";
    }
  } finally {
    prompter.close();
  }
}

/** What is printed of a change and what becomes of it. */
export interface Change {
  readonly living: Living;
  readonly words: string;
  readonly propose: (way: number) => Proposal;
  readonly flags: LivingFlags & { readonly everyDay?: true | undefined; readonly acceptEdits?: true | undefined };
  readonly isJson: boolean;
  readonly way: number;
}

const LEFT = "Nothing was changed.";

type Made = Awaited<ReturnType<typeof commitChange>>;

const madeJson = (proposal: Proposal, { step, files }: Made, isPushDue: boolean): Record<string, unknown> => ({
  ...asJson(proposal),
  written: true,
  step: step.step,
  files,
  ...(isPushDue ? { push_due: true } : {}),
});

/** Shows a change, asks where somebody can be asked, and makes it. Returns the exit code. */
export async function carryOutChange({ living, words, propose, flags, isJson, way }: Change): Promise<number> {
  const { system, settings, open } = living;
  const page = await pageFor(system, settings);
  for (let tried = way; ;) {
    const proposal = propose(tried);
    const lines = (): string => `${changeLines(sightOf(proposal, flags.everyDay === true), page).join("\n")}\n`;
    if (flags.dryRun === true) {
      system.out(isJson ? jsonText({ ...asJson(proposal), written: false }) : `${lines()}\n${LEFT}\n`);
      return 0;
    }
    const mayAsk = system.isTerminal.input && system.isTerminal.chatter && !isJson;
    if (flags.yes !== true) {
      if (!isJson) system.out(lines());
      if (!mayAsk)
        throw new PlanError({
          code: "USAGE_INVALID",
          message: "A change is made after a yes, and nobody can be asked here.",
          hint: "Say --yes to make it, or --dry-run to see it.",
        });
      const answer = await asked(living, proposal);
      if (answer === "other") {
        tried = (tried + 1) % (proposal.others.length + 1);
        continue;
      }
      if (answer === "no") {
        system.err(`${LEFT}\n`);
        return 0;
      }
    }
    const said = { ...stepWords(living, words), acceptsEdits: flags.acceptEdits === true };
    const made = await commitChange(open, proposal, said);
    await pagesFollow(system, settings, open.path);
    const due = await pushDue(system, open.onDisk.file.training_plan.plan_id);
    if (isJson) system.out(jsonText(madeJson(proposal, made, due !== undefined)));
    else if (!settings.quiet) {
      const named = await planFlag(system, flags.plan, open.path);
      const done = leadingTo(`Done, as step ${made.step.step}. Take it back:`, `cycling-plan undo${named}`, page.width);
      const pushed = due === undefined ? "" : `${wrapped(due, page.width)}\n`;
      const seen = system.isTerminal.output
        ? leadingTo("Look at it:", `cycling-plan show${named.replace(/^ --plan/, "")} --open`, page.width)
        : [];
      system.out(`${flags.yes === true ? `${lines()}\n` : ""}${[...done, ...seen].join("\n")}\n${pushed}`);
    }
    return 0;
  }
}
