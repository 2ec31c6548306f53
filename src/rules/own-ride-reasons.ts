import { timeWords } from "../base/time-words.ts";
import { fixedRidesOn } from "../athlete/given-days.ts";
import type { Waiver } from "../plan/schema.ts";
import type { Reason } from "../workout/schema.ts";
import type { RuleId } from "./catalogue.ts";
import type { PlanView } from "./view.ts";

/*
 * Where a rider's own rides pass a limit by themselves, or do not happen: said with the numbers, for they stay as they are.
 */

/** What a rule's numbers mean for the rider, from the worst of its findings; rules without a line say nothing of their own. */
const LINES: Partial<Record<RuleId, (worst: Waiver["numbers"]) => string>> = {
  "weekly-ceiling": ({ minutes = 0, limit = 0 }) =>
    `take up to ${timeWords(minutes)} of your ${timeWords(limit)} a week`,
  "first-week": ({ minutes = 0, limit = 0 }) =>
    `take ${timeWords(minutes)} in the first week, where ${timeWords(limit)} would be a safe start`,
  "return-week": ({ minutes = 0, limit = 0 }) =>
    `take ${timeWords(minutes)} in the first week back, where ${timeWords(limit)} would be safe`,
  "fitness-ramp": ({ rise = 0, limit = 0 }) =>
    `raise your fitness by up to ${Math.round(rise * 10) / 10} a week, where ${limit} is safe`,
  "lowest-form": ({ form = 0, limit = 0 }) => `leave a form of ${Math.round(form)} on a morning, ${limit} at least`,
  "form-after-week": ({ form = 0, limit = 0 }) =>
    `leave a form of ${Math.round(form)} at the end of a week, ${limit} at least`,
  "hard-days": ({ hard_days: days = 0, limit = 0 }) => `make up to ${days} hard days a week, where ${limit} recover`,
  "hard-day-spacing": () => "put hard days next to each other, with no easy one between",
};

const distance = ({ numbers }: Waiver): number =>
  Math.abs((numbers.minutes ?? numbers.rise ?? numbers.form ?? numbers.hard_days ?? 0) - (numbers.limit ?? 0));

function passed(waivers: readonly Waiver[]): Reason[] {
  return Object.entries(LINES).flatMap(([rule, line]) => {
    const own = waivers.filter((one) => one.rule === rule && isOfOwnRides(one));
    const worst = own.reduce<Waiver | undefined>(
      (a, b) => (a === undefined || distance(b) > distance(a) ? b : a),
      undefined,
    );
    if (worst === undefined) return [];
    const weeks = new Set(own.map(({ week }) => week)).size;
    return [
      {
        id: rule,
        text: `Your own rides ${line(worst.numbers)}, in ${weeks} week${weeks === 1 ? "" : "s"}. They stay as they are; nothing is planned on top that would add to it.`,
        numbers: { ...worst.numbers, weeks },
      },
    ];
  });
}

const isOfOwnRides = ({ numbers }: Waiver): boolean =>
  numbers.own_minutes !== undefined || numbers.own_hard_rides !== undefined;

/** Rides that a day off, or an event, takes the place of. */
function leftOut({ days, rider }: PlanView): Reason[] {
  const always = { fixedRides: rider.fixedRides, unavailable: [] };
  const missing = days.filter((day) => fixedRidesOn(always, day.date).length > day.given.rides.length);
  if (missing.length === 0) return [];
  const off = missing.filter((day) => fixedRidesOn(rider, day.date).length === 0).length;
  const what =
    off === missing.length ? "you are off" : off === 0 ? "an event stands there" : "you are off or have an event";
  return [
    {
      id: "fixed-rides",
      text: `On ${missing.length} day${missing.length === 1 ? "" : "s"} your own riding is left out, since ${what}.`,
      numbers: { days: missing.length },
    },
  ];
}

/** Hard rides that are ridden more gently while a limit on power holds. */
function heldBack({ days }: PlanView): Reason[] {
  const held = days.flatMap((day) => day.given.rides.filter((ride) => ride.isHeld));
  const first = held[0];
  return first === undefined
    ? []
    : [
        {
          id: "fixed-rides",
          text: `${first.name}: ${held.length} of your own rides would be harder than you may ride now. Ride along below your limit of ${first.intensity_pct} % of FTP, or leave them out until it ends.`,
          numbers: { rides: held.length, limit_pct: first.intensity_pct },
        },
      ];
}

/** What of a rider's own rides cannot be as it should, with its numbers; nothing for riders who named none. */
export const ownRideReasons = (view: PlanView, waivers: readonly Waiver[]): Reason[] =>
  view.rider.fixedRides.length === 0 ? [] : [...passed(waivers), ...leftOut(view), ...heldBack(view)];
