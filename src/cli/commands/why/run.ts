import { heldBackSentences } from "../../../athlete/held-back-words.ts";
import { quantityOf } from "../../../athlete/parse-number.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { fullDate } from "../../../base/date-words.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { findPlan, readPlan } from "../../../jobs/plans/find-plan.ts";
import { whyOneDay, whyPlan, whyWeek } from "../../../jobs/plans/why.ts";
import type { PlanFile } from "../../../plan/schema.ts";
import { whyPage, type Why } from "../../../report/why.ts";
import type { Run } from "../../command.ts";
import type { FlagsOf } from "../../flags.ts";
import { pageFor } from "../../page.ts";
import { datedSearch } from "../../plan-search.ts";
import { resolveSettings } from "../../settings.ts";
import { typedDayOfPlan } from "../../typed-day.ts";
import type { whySpec } from "./spec.ts";

const DAY_HINT = "Name one of the plan's days.";
const refuse = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

function whyOf(plan: PlanFile, { week, day }: FlagsOf<typeof whySpec>, today: CalendarDate): Why {
  const { total_weeks: last, start_date: from, end_date: to } = plan.training_plan.plan_metadata;
  if (week !== undefined) {
    const number = quantityOf(week)?.amount;
    const found = number === undefined ? undefined : whyWeek(plan, number);
    if (found !== undefined) return found;
    throw refuse(`--week: ${quoted(week)} -> expected 1 to ${last}, the weeks of this plan.`, "Name one of its weeks.");
  }
  if (day === undefined) return whyPlan(plan);
  const found = whyOneDay(plan, typedDayOfPlan(day, plan, { field: "--day", hint: DAY_HINT, today }));
  if (found !== undefined) return found;
  throw refuse(`--day: ${quoted(day)} -> expected a day from ${fullDate(from)} to ${fullDate(to)}.`, DAY_HINT);
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

/** `why [PLAN]`: what was decided, from what the plan stores. */
export const why: Run<typeof whySpec> = async ({ system, args: [given], flags, isJson }) => {
  const settings = await resolveSettings(system, { today: flags.today });
  const { path } = await findPlan(datedSearch(system, settings, given));
  const plan = await readPlan(path);
  const answer = whyOf(plan, flags, settings.today);
  if (isJson) system.out(jsonText(jsonOf(answer, plan)));
  else system.out(`${whyPage(answer, await pageFor(system, settings)).join("\n")}\n`);
  return 0;
};
