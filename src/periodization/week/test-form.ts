import { bestFiveMinutes, type Rider } from "../../athlete/rider.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import { FIRST_HARD_DAY, hardDayLimit, TEST_SPACING } from "../../rules/limits.ts";
import type { LadderForms } from "../intake/ladder-forms.ts";
import { isBesideHard, type GivenWeek } from "../season/given-week.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { WeekTemplate } from "./week-template.ts";

/** A 20-minute test wants this much time on its day and in the week; a ramp test fits anywhere. */
const LONG_TEST = { weekMinutes: 300, dayMinutes: 75 };

/** Without power: 30 minutes for threshold heart rate where the shortest day has room for them, or else the talk test. */
function formWithoutPower(ladderForms: LadderForms, rider: Rider, shortest: number): LadderForm | undefined {
  const forms = ladderForms.forms("tests_effort");
  const heart = forms.find((form) => form.id === "test_heart_rate");
  const talk = forms.find((form) => form.id === "test_talk");
  return rider.trainBy === "heart_rate" && heart !== undefined && shortest * 60 >= heart.shortestSeconds ? heart : talk;
}

/** The protocol, the same for the whole plan: a ramp for beginners and short days, 20 minutes for the others. */
export function testForm(ladderForms: LadderForms, rider: Rider): LadderForm | undefined {
  const { days, ceilingMinutes } = rider.usual ?? rider;
  const shortest = Math.min(...days.filter((day) => day.available).map((day) => day.maxMinutes));
  if (rider.trainBy !== "power") return formWithoutPower(ladderForms, rider, shortest);
  const ramp = ladderForms.forms("tests").find((form) => form.id === "test_ramp");
  const long = ladderForms.forms("tests").find((form) => form.id === "test_20_minutes");
  const week = Math.min(ceilingMinutes, bestFiveMinutes(days));
  const hasTime =
    week >= LONG_TEST.weekMinutes &&
    shortest >= LONG_TEST.dayMinutes &&
    rider.recentMinutes >= LONG_TEST.weekMinutes * 0.8;
  return rider.level !== "beginner" && hasTime ? (long ?? ramp) : (ramp ?? long);
}

/** A test counts as a hard day: beside as many hard rides as the rider may have, a week holds none. */
export const mayTestBeside = (
  { rider }: Pick<PlanBasis, "rider">,
  { given, number }: SeasonWeek,
  weekMinutes: number,
): boolean => given.hardRides === 0 || given.hardRides < hardDayLimit(rider, weekMinutes / 60, number);

/** Day 3 to 5 of week 1: a hard day where one falls there, else any ride that is not the long one, else the first hard day. */
export function startTestDay(template: WeekTemplate, given: GivenWeek): number | undefined {
  const isClear = (day: number): boolean => !isBesideHard(given, day, TEST_SPACING);
  const inTime = (day: number): boolean => day >= 2 && day <= 4 && isClear(day);
  return (
    template.hard.find(inTime) ??
    template.riding.find(
      (day) =>
        inTime(day) && day !== template.long && template.hard.every((hard) => Math.abs(hard - day) >= TEST_SPACING),
    ) ??
    template.hard.find((day) => day >= FIRST_HARD_DAY) ??
    template.riding.find((day) => day >= FIRST_HARD_DAY && isClear(day))
  );
}
