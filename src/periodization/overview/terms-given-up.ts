import type { Rider } from "../../athlete/rider.ts";
import { baseWeeksFirst, BASE_FIRST, loadWeeksInARow } from "../../rules/limits.ts";
import type { Reason } from "../../workout/schema.ts";
import type { PlannedWeek } from "../week/progress.ts";

/** The terms of a rider that a plan could not keep as asked, each in their own words with what prevented it. */
export function termsGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  return [...rhythmGivenUp(rider), ...startGivenUp(planned, rider)];
}

function rhythmGivenUp(rider: Rider): Reason[] {
  const most = loadWeeksInARow(rider);
  return rider.rhythm === "3:1" && most < 3
    ? [
        {
          id: "load-weeks-in-a-row",
          text: `You asked for 3:1. From 50 years on every third week recovers, so the plan has ${most}:1.`,
          numbers: { asked: 3, load_weeks: most },
        },
      ]
    : [];
}

function startGivenUp(planned: readonly PlannedWeek[], rider: Rider): Reason[] {
  const weeks = planned.filter(({ week }) => week.phase === "base").length;
  if (rider.startsInBuild !== true || weeks === 0) return [];
  const because =
    rider.startingCtl < BASE_FIRST.ctl && baseWeeksFirst(rider) === BASE_FIRST.weeks
      ? `your fitness of ${Math.round(rider.startingCtl)} is below ${BASE_FIRST.ctl}`
      : rider.isComingBack
        ? "you come back after weeks off"
        : rider.carefulStart
          ? "the first weeks stay easy, by your answers"
          : "a beginner's first weeks hold nothing near FTP";
  return [
    {
      id: "start-phase",
      text: `You asked to start with build. ${weeks === 1 ? "Week 1 is" : `Weeks 1 to ${weeks} are`} base first: ${because}.`,
      numbers: { base_weeks: weeks },
    },
  ];
}
