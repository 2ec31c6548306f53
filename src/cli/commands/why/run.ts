import { heldBackSentences } from "../../../athlete/held-back-words.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { whyOneDay, whyPlan, whyWeek } from "../../../jobs/plans/why.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { whyPage, type Why } from "../../../report/why.ts";
import { leadingTo } from "../../../report/columns.ts";
import type { Run } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { placesOf } from "../../places.ts";
import { datedSearch } from "../../plan-search.ts";
import { resolveSettings } from "../../settings.ts";
import { shellWord } from "../../shell-word.ts";
import { planAndWhat, whatOfPlan, type WhatOfPlan } from "../../what-of-plan.ts";
import type { System } from "../../system.ts";
import type { whySpec } from "./spec.ts";

function whyOf(plan: PlanFile, what: WhatOfPlan): Why {
  const found =
    what.kind === "week" ? whyWeek(plan, what.number) : what.kind === "day" ? whyOneDay(plan, what.date) : undefined;
  return found ?? whyPlan(plan);
}

/** What is stored, by the names of the plan format. */
function jsonOf(why: Why, plan: PlanFile): unknown {
  const { plan_id, plan_metadata: meta, athlete_profile: profile } = plan.training_plan;
  switch (why.kind) {
    case "plan":
      return {
        plan_id,
        stored: why.isStored,
        held_back: heldBackSentences(profile, meta.total_weeks),
        goal: meta.goal ?? null,
        given_up: meta.given_up ?? [],
        waivers: meta.waivers ?? [],
        assumptions: profile.assumptions,
        weeks: why.weeks,
      };
    case "week":
      return { plan_id, stored: why.isStored, ...why.week, days: why.days, waivers: why.waivers };
    case "day":
      return { plan_id, stored: why.isStored, ...why.day, week: why.week, waivers: why.waivers };
  }
}

/** What each rule asks of a plan. The rules are loaded only where they are shown. */
const ruleTitles = async (): Promise<ReadonlyMap<string, string>> =>
  new Map((await import("../../../rules/catalogue.ts")).RULES.map(({ id, title }) => [id, title]));

/** The words that show the same in full. */
function inFull(given: string | undefined, what: WhatOfPlan, { platform }: System): string {
  const plan = given === undefined ? [] : [shellWord(given, platform)];
  const of = what.kind === "season" ? [] : [what.kind === "week" ? `week ${what.number}` : what.date];
  return ["cycling-plan why", ...plan, ...of, "--full"].join(" ");
}

/** `why [PLAN] [WHAT]`: what was decided, from what the plan stores. */
export const why: Run<typeof whySpec> = async ({ system, args: [words], flags, isJson }) => {
  const settings = await resolveSettings(system, { today: flags.today });
  const { plan: given, what } = planAndWhat(words, settings.today);
  const { path } = await findPlan(datedSearch(system, settings, given));
  const plan = await readPlan(path, placesOf(system).state);
  const meant = whatOfPlan(plan, { what, flags }, settings.today);
  const answer = whyOf(plan, meant);
  if (isJson) system.out(jsonText(jsonOf(answer, plan)));
  else {
    const page = await pageFor(system, settings);
    const titles = flags.full === true ? await ruleTitles() : undefined;
    const more =
      titles !== undefined ? [] : ["", ...leadingTo("Numbers and rules:", inFull(given, meant, system), page.width)];
    system.out(`${[...whyPage(answer, page, titles), ...more].join("\n")}\n`);
  }
  return 0;
};
