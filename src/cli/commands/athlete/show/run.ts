import { answerText } from "../../../../athlete/parse-one.ts";
import { PlanError } from "../../../../base/errors.ts";
import { jsonText } from "../../../../base/json.ts";
import { findPlan, readPlan } from "../../../../jobs/plans/find-plan.ts";
import type { PlanFile } from "../../../../plan/schema.ts";
import { hanging, wrap } from "../../../../report/columns.ts";
import { table } from "../../../../report/table.ts";
import { fullDate } from "../../../../base/date-words.ts";
import type { AthleteChange } from "../../../../storage/athlete-schema.ts";
import { athleteFile, currentOf, readChanges } from "../../../../storage/athlete-store.ts";
import { SAVED_ANSWERS, labelOf } from "../../../../wizard/saved-answers.ts";
import { nameOf } from "../../../../athlete/parse-answers.ts";
import type { Run } from "../../../command.ts";
import { pageFor } from "../../../page.ts";
import { placesOf } from "../../../places.ts";
import { planSearch } from "../../../plan-search.ts";
import { ftpNews } from "../../../../jobs/plans/saved-athlete.ts";
import { resolveSettings, type Settings } from "../../../settings.ts";
import type { System } from "../../../system.ts";
import type { athleteShowSpec } from "./spec.ts";

type Current = ReadonlyMap<string, AthleteChange>;

const inOrder = (current: Current) =>
  SAVED_ANSWERS.flatMap((key) => {
    const change = current.get(nameOf(key).camel ?? key);
    return change === undefined ? [] : [{ key, change }];
  });

const COLUMNS = [
  { title: "what", align: "left" },
  { title: "value", align: "left" },
  { title: "since", align: "left" },
] as const;

/** The plan that `today` would show, where there is one that can be read. */
async function currentPlanOf(system: System, settings: Settings): Promise<PlanFile | undefined> {
  try {
    return await readPlan((await findPlan(planSearch(system, settings, undefined))).path);
  } catch (error) {
    if (error instanceof PlanError) return undefined;
    throw error;
  }
}

const NOTHING =
  "Nothing is saved yet. Save a number with cycling-plan athlete set ftp=270, or let generate keep yours.";

/** `athlete show`: what holds now, each with the day since when. */
export const athleteShow: Run<typeof athleteShowSpec> = async ({ system, isJson }) => {
  const settings = await resolveSettings(system, {});
  const { settings: directory } = placesOf(system);
  const current = currentOf(await readChanges(directory));
  const path = athleteFile(directory);
  if (isJson) {
    const answers = [...current.values()].map(({ field, value, date }) => [field, { value, date }] as const);
    system.out(jsonText({ file: path, answers: Object.fromEntries(answers) }));
    return 0;
  }
  const page = await pageFor(system, settings);
  if (current.size === 0) {
    system.out(`${wrap(NOTHING, page.width).join("\n")}\n`);
    return 0;
  }
  const rows = inOrder(current).map(({ key, change }) => [
    labelOf(key),
    answerText(key, change.value),
    fullDate(change.date),
  ]);
  const plan = await currentPlanOf(system, settings);
  const news = plan && ftpNews(plan, { current });
  const note = news === undefined ? [] : ["", ...hanging("Note: ", news, page.width).map(page.paint.warn)];
  system.out(`${[...table(COLUMNS, rows, page), "", `Saved in ${path}`, ...note].join("\n")}\n`);
  return 0;
};
