import { answerText } from "../../../../athlete/parse-one.ts";
import { quoted } from "../../../../athlete/parse-reading.ts";
import { PlanError } from "../../../../base/errors.ts";
import { jsonText } from "../../../../base/json.ts";
import { table } from "../../../../report/table.ts";
import { fullDate } from "../../../../base/date-words.ts";
import type { AthleteChange } from "../../../../storage/athlete-schema.ts";
import { readChanges } from "../../../../storage/athlete-store.ts";
import { SAVED_ANSWERS, labelOf } from "../../../../wizard/saved-answers.ts";
import { keyNamed, keyOfField, typedName } from "../../../../wizard/typed-answers.ts";
import type { Run } from "../../../command.ts";
import { pageFor } from "../../../page.ts";
import { placesOf } from "../../../places.ts";
import { resolveSettings } from "../../../settings.ts";
import type { athleteLogSpec } from "./spec.ts";

const COLUMNS = [
  { title: "day", align: "left" },
  { title: "what", align: "left" },
  { title: "value", align: "left" },
] as const;

function row({ date, field, value }: AthleteChange): string[] {
  const key = keyOfField(field);
  const text = value === null ? "taken out" : key === undefined ? quoted(value) : answerText(key, value);
  return [fullDate(date), key === undefined ? field : labelOf(key), text];
}

/** Those of one answer where it is named. */
function chosen(changes: readonly AthleteChange[], name: string | undefined): readonly AthleteChange[] {
  if (name === undefined) return changes;
  const key = keyNamed(name);
  if (key !== undefined) return changes.filter(({ field }) => keyOfField(field) === key);
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `${quoted(name)} is no number that is saved.`,
    hint: `Name one of ${SAVED_ANSWERS.map(typedName).join(", ")}, or none for all.`,
  });
}

/** `athlete log [NAME]`: every change with its day, the newest first. */
export const athleteLog: Run<typeof athleteLogSpec> = async ({ system, args: [name], isJson }) => {
  const settings = await resolveSettings(system, {});
  const changes = [...chosen(await readChanges(placesOf(system).settings), name)].reverse();
  if (isJson) system.out(jsonText({ changes }));
  else if (changes.length === 0) system.out("Nothing is saved yet.\n");
  else {
    const page = await pageFor(system, settings);
    system.out(`${table(COLUMNS, changes.map(row), page).join("\n")}\n`);
  }
  return 0;
};
