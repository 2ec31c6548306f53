import { bestFiveMinutes, type Rider } from "../../athlete/rider.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import type { LadderForms } from "../intake/ladder-forms.ts";

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
  const shortest = Math.min(...rider.days.filter((day) => day.available).map((day) => day.maxMinutes));
  if (rider.trainBy !== "power") return formWithoutPower(ladderForms, rider, shortest);
  const ramp = ladderForms.forms("tests").find((form) => form.id === "test_ramp");
  const long = ladderForms.forms("tests").find((form) => form.id === "test_20_minutes");
  const week = Math.min(rider.ceilingMinutes, bestFiveMinutes(rider.days));
  const hasTime =
    week >= LONG_TEST.weekMinutes &&
    shortest >= LONG_TEST.dayMinutes &&
    rider.recentMinutes >= LONG_TEST.weekMinutes * 0.8;
  return rider.level !== "beginner" && hasTime ? (long ?? ramp) : (ramp ?? long);
}
