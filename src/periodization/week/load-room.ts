import type { Rider } from "../../athlete/rider.ts";
import { mean, roundTo, sum } from "../../base/numbers.ts";
import { formTakenBy } from "../../load/event-load.ts";
import { formOf, nextFitness } from "../../load/fitness.ts";
import { LOWEST_FORM, lowestFormAfterWeek, RAMP_AFTER_BREAK, SPIKE_SHARE, weekRampLimit } from "../../rules/limits.ts";
import { FATIGUE_DAYS_OUT } from "../../rules/event-limits.ts";
import type { Reason } from "../../workout/schema.ts";
import { besideIn } from "../season/event-weeks.ts";
import type { SeasonWeek } from "../season/season.ts";
import type { PlannedRide } from "./planned-ride.ts";
import type { Progress } from "./progress.ts";

/** Points kept to the limits of ramp and form, because the library meets a planned load only nearly. */
const MARGIN = { ramp: 0.11, form: 0.7 };

/** How much of a week's planned load its limits leave beside the rides that happen anyway, as a share of it, and which limit leaves the least. */
export interface LoadRoom {
  readonly share: number;
  readonly id: "safe-ramp" | "form-floor" | "load-spike";
}

/** Load of each weekday, Monday first. */
const loadsOf = (rides: readonly PlannedRide[]): number[] =>
  Array.from({ length: 7 }, (_, weekday) =>
    sum(rides.filter((ride) => ride.weekday === weekday).map((ride) => ride.loadAt(ride.minutes))),
  );

/**
 * The limits of load that a week with these rides meets: ramp, form of each morning and of its end, and the load of the weeks
 * before. Each is linear in the week's load, so the week and one without any load tell how much of it they leave.
 */
export function loadRoom(
  rider: Rider,
  { progress, week }: { progress: Progress; week: SeasonWeek },
  rides: readonly PlannedRide[],
): LoadRoom {
  const loads = loadsOf(rides);
  const { days } = week.given;
  const given = days.flatMap((day, weekday) => (day.rides.length > 0 ? [weekday] : []));
  const first = week.firstDay + Math.min(...given, ...rides.map((ride) => ride.weekday));
  const afterBreak = first - progress.lastRide - 1 > RAMP_AFTER_BREAK.days ? RAMP_AFTER_BREAK.share : 1;
  let [none, full] = [progress.fitness, progress.fitness];
  // Form knows other sport, fitness and its rise do not.
  let [tiredNone, tiredFull] = [progress.withSport, progress.withSport];
  const shareAbove = (floor: number): number => {
    const fall = formOf(tiredNone) - formOf(tiredFull);
    return fall > 0 ? (formOf(tiredNone) - floor) / fall : Number.POSITIVE_INFINITY;
  };
  let form = Number.POSITIVE_INFINITY;
  const taken = (weekday: number): number =>
    formTakenBy(progress.eventLoads, week.firstDay + weekday, FATIGUE_DAYS_OUT);
  for (const [weekday, load] of loads.entries()) {
    const { load: anyway = 0, sportLoad = 0 } = days[weekday] ?? {};
    form = Math.min(form, shareAbove(LOWEST_FORM + MARGIN.form - taken(weekday)));
    none = nextFitness(none, anyway);
    full = nextFitness(full, anyway + load);
    tiredNone = nextFitness(tiredNone, anyway + sportLoad);
    tiredFull = nextFitness(tiredFull, anyway + sportLoad + load);
  }
  form = Math.min(form, shareAbove(lowestFormAfterWeek(rider, week.number) + MARGIN.form - taken(7)));
  const highest = progress.fitness.ctl + weekRampLimit(rider) * afterBreak - MARGIN.ramp;
  const rooms: LoadRoom[] = [
    { id: "safe-ramp", share: full.ctl > none.ctl ? (highest - none.ctl) / (full.ctl - none.ctl) : 1 },
    { id: "form-floor", share: form },
    { id: "load-spike", share: spikeShare(progress, { planned: sum(loads), anyway: week.given.load }) },
  ];
  return rooms.reduce((least, room) => (room.share < least.share ? room : least));
}

/** A week's load against that of the last three load weeks (rule 12). */
const spikeShare = ({ lastLoads }: Progress, load: { planned: number; anyway: number }): number =>
  lastLoads.length < 3 || load.planned <= 0
    ? Number.POSITIVE_INFINITY
    : (SPIKE_SHARE * mean(lastLoads.map((past) => past.load + sum(besideIn(past.week).map((event) => event.load)))) -
        load.anyway) /
      load.planned;

/** Why a week takes no more than it does, where a limit of load binds. */
export function loadReason(
  { id }: Pick<LoadRoom, "id">,
  at: { readonly rider: Rider; readonly progress: Progress; readonly week: number; readonly minutes: number },
): Reason {
  const hours = roundTo(at.minutes / 60, 1);
  const fitness = Math.round(at.progress.fitness.ctl);
  if (id === "safe-ramp") {
    const limit = roundTo(weekRampLimit(at.rider), 1);
    return {
      id,
      text: `${hours} h: your fitness of ${fitness} may rise by ${limit} a week at most`,
      numbers: { planned_hours: hours, fitness, ramp_limit: limit },
    };
  }
  if (id === "form-floor") {
    const limit = lowestFormAfterWeek(at.rider, at.week);
    return {
      id,
      text: `${hours} h: more would leave you too tired on Sunday evening (form under ${limit})`,
      numbers: { planned_hours: hours, fitness, form_limit: limit },
    };
  }
  return {
    id,
    text: `${hours} h: no week holds more than ${SPIKE_SHARE} times the load of the three load weeks before it`,
    numbers: { planned_hours: hours, fitness, load_share: SPIKE_SHARE },
  };
}
