import { keepsLimits, workLimitsIn } from "../../rules/limits.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import { styleOf } from "../intake/events.ts";
import type { PlanBasis } from "./plan-basis.ts";
import type { RideWish } from "./planned-ride.ts";
import { enduranceRide, fixedRide } from "./ride-kinds.ts";

const OPENERS_MINUTES = { most: 60 };
/** Sprints belong to the openers of races; a long steady day wants none. */
const SPRINT_POWER = 1.2;

/** A few short efforts on the last ride before the event; an easy ride where the rider may have none. */
export function openersRide(
  basis: PlanBasis,
  room: { weekday: number; most: number; ideal: number },
  mayOpen: boolean,
): RideWish {
  const most = Math.min(room.most, OPENERS_MINUTES.most);
  // Openers come in the last week: a limit that ends before it says nothing of them.
  const efforts = workLimitsIn(basis.rider, basis.season.weeks.length);
  const forms = basis.ladderForms
    .forms("openers")
    .filter((form) => form.shortestSeconds <= most * 60 && keepsLimits(form, efforts));
  const wantsSprints = basis.season.event !== undefined && !styleOf(basis.season.event).isSteady;
  const distance = (opener: LadderForm): number => Number(opener.highestPower > SPRINT_POWER !== wantsSprints);
  const form = [...forms].sort((a, b) => distance(a) - distance(b) || a.shortestSeconds - b.shortestSeconds)[0];
  if (form === undefined || !mayOpen) return enduranceRide({ ...room, most, ideal: Math.min(room.ideal, 45) }, "easy");
  return fixedRide({ ...room, most, ideal: Math.min(room.ideal, 46) }, form, "openers");
}
