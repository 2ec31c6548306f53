import { readDate } from "../../../athlete/parse-days.ts";
import { heartStop } from "../../../athlete/heart-stop.ts";
import { minutesOf, quantityOf } from "../../../athlete/parse-number.ts";
import { quoted } from "../../../athlete/parse-reading.ts";
import type { CalendarDate } from "../../../base/calendar.ts";
import { shortDay } from "../../../base/date-words.ts";
import { PlanError } from "../../../base/errors.ts";
import { jsonText } from "../../../base/json.ts";
import { dayState } from "../../../jobs/change/living.ts";
import { livingPlan } from "../../../jobs/change/open-living.ts";
import type { Done } from "../../../plan/change-schema.ts";
import { sessionWords } from "../../../report/change-words.ts";
import { timeWords } from "../../../base/time-words.ts";
import { isTraining } from "../../../workout/rides.ts";
import { appendDone, changePaths } from "../../../storage/lived-files.ts";
import { clockText } from "../../clock.ts";
import type { Run } from "../../command.ts";
import { pagesFollow } from "../../pages-follow.ts";
import { openFor, type Living } from "../../living.ts";
import type { doneSpec } from "./spec.ts";

const invalid = (message: string, hint: string): PlanError => new PlanError({ code: "INPUT_INVALID", message, hint });

function dayOf(words: readonly string[], { settings: { today } }: Living): CalendarDate {
  if (words.length === 0) return today;
  const text = words.join(" ");
  const reading = readDate(text, { today, looks: "back" });
  if (reading.kind === "unreadable")
    throw invalid(`${quoted(text)} -> ${reading.expected}`, "Name a day, such as tue.");
  if (reading.value > today) throw invalid(`${shortDay(reading.value)} is still to come.`, "Name a day up to today.");
  return reading.value;
}

function minutesGiven(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const minutes = minutesOf(given, "minutes");
  if (minutes === undefined || minutes <= 0 || minutes > 1440)
    throw invalid(`--minutes: ${quoted(given)} -> expected minutes, such as 60 or 1h30`, "Say how long the ride was.");
  return minutes;
}

function feelGiven(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const feel = quantityOf(given)?.amount;
  if (feel === undefined || feel < 1 || feel > 10)
    throw invalid(`--feel: ${quoted(given)} -> expected 1 to 10`, "Say how hard it felt: 1 is nothing, 10 all out.");
  return feel;
}

/** `done [DAY]`: notes a ride; the plan stays as it is. */
export const done: Run<typeof doneSpec> = async ({ system, args: [words], flags, isJson }) => {
  const living = await openFor(system, flags);
  const stop = heartStop([...words, flags.minutes, flags.feel].join(" "), living.settings.today);
  if (stop !== undefined) throw stop;
  const { open, settings } = living;
  const day = dayOf(words, living);
  const state = dayState(livingPlan(open), day);
  if (state === undefined) throw invalid(`${shortDay(day)} is not in this plan.`, "Name a day of the plan.");
  const [minutes, feel] = [minutesGiven(flags.minutes), feelGiven(flags.feel)];
  const said: Done = {
    day,
    status: flags.not === true ? "not_ridden" : "done",
    ...(minutes === undefined ? {} : { minutes }),
    ...(feel === undefined ? {} : { feel }),
    at: clockText(system, settings),
  };
  await appendDone(changePaths(open.path).done, said);
  await pagesFollow(system, settings, open.path);
  const ride = state.workouts.find(isTraining);
  if (isJson) system.out(jsonText({ plan_id: open.onDisk.file.training_plan.plan_id, ...said, planned: ride ?? null }));
  else if (!settings.quiet) {
    const name = ride === undefined ? "no ride was planned" : sessionWords(ride);
    const how = minutes === undefined ? "" : `, ${timeWords(minutes)}`;
    system.out(
      said.status === "done"
        ? `Noted: ${shortDay(day)} is done${how} (${name}).\n`
        : `Noted: ${shortDay(day)} was not ridden (${name}). Nothing in your plan has changed.\nWhat the week can do about it: cycling-plan change missed ${day}\n`,
    );
  }
  return 0;
};
