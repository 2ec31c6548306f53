import { mean, sum } from "../base/numbers.ts";
import { SHORTEST_RIDE_MINUTES } from "../athlete/rider.ts";
import { isHeldBackIn, EVENT_FITNESS_LOSS, EVENT_FORM, LAST_DAYS, TAPER_CUT } from "./limits.ts";
import { otherHoursExcuse } from "./week-figures.ts";
import { ownRidesExcuse } from "./fixed-ride-excuse.ts";
import { rule, type Excuse, type Found } from "./rule.ts";
import { aimViews, taperStart, type AimView, type DayView, type PlanView } from "./view.ts";

const percent = (share: number): number => Math.round(share * 100);
const CUT = { low: percent(TAPER_CUT.low), high: percent(TAPER_CUT.high) };
const round = (value: number): number => Math.round(value * 10) / 10;

/** Each A is judged by itself. */
const everyAim =
  (check: (view: AimView) => Found[]) =>
  (view: PlanView): Found[] =>
    aimViews(view).flatMap(check);

const windowDays = (view: AimView): DayView[] =>
  view.days.filter((day) => day.index >= taperStart(view) && day.index < view.eventIndex);

const daysOffIn = (view: PlanView, days: readonly DayView[]): number =>
  days.filter((day) => view.rider.days[day.weekday]?.available === true && (day.isOff || !day.limit.available)).length;

const taperVolume = rule({
  id: "taper-volume",
  number: 24,
  title: `The taper cuts ${CUT.low} to ${CUT.high} % of the riding and keeps the rides`,
  severity: "hard",
  class: "shape",
  reads: ["event", "phases"],
  source: "Bosquet 2007, Wang 2023",
  evidence: "measured",
  scoredOutside: true,
  check: everyAim((view) => {
    const loads = view.weeks.filter((week) => week.isLoad && !week.touchesTaper && week.rideSeconds > 0).slice(-3);
    const days = windowDays(view);
    if (loads.length === 0 || days.length === 0) return [];
    const usual = (mean(loads.map((week) => week.rideSeconds)) * days.length) / 7;
    const cut = 1 - sum(days.map((day) => day.rideSeconds)) / usual;
    const rides = days.filter((day) => day.rideSeconds > 0).length;
    const usualRides =
      (mean(loads.map((week) => week.days.filter((day) => day.rideSeconds > 0).length)) * days.length) / 7;
    const found: Found[] = [];
    if (cut < TAPER_CUT.low - 0.005 || cut > TAPER_CUT.high + 0.005)
      found.push({
        message: `the taper cuts ${percent(cut)} % of the riding, ${CUT.low} to ${CUT.high} asked`,
        numbers: { cut: percent(cut), ...CUT },
        ...taperExcuse(view, { days, usual, tooMuch: cut > TAPER_CUT.high }),
      });
    const fewer = usualRides - rides - 1;
    if (fewer > days.length / 7 + 0.5)
      found.push({
        message: `${rides} rides in the taper where ${round(usualRides)} are usual`,
        numbers: { rides, usual: round(usualRides) },
        ...taperExcuse(view, { days, usual, tooMuch: true }),
      });
    return found;
  }),
});

/** An event that lies so few days before the one that is judged, as the rider's calendar has it. */
function eventBefore({ events, eventIndex }: AimView, days: number): Excuse | undefined {
  const near = events.findLast(({ lastIndex }) => lastIndex < eventIndex && eventIndex - lastIndex <= days);
  return near === undefined
    ? undefined
    : {
        reason: "another of the rider's events lies just before it",
        numbers: { days_before: eventIndex - near.lastIndex },
      };
}
/** An event this near still shows in the form of a morning. Days. */
const NEAR_EVENT_DAYS = 14;

/** Days off, or so few minutes that rides of half an hour are too many or too few. */
function taperExcuse(
  view: AimView,
  at: { days: readonly DayView[]; usual: number; tooMuch: boolean },
): Pick<Found, "excuse"> {
  const beside = eventBefore(view, at.days.length + 1);
  if (beside !== undefined) return { excuse: beside };
  const off = daysOffIn(view, at.days);
  if (off > 0) return { excuse: { reason: "the rider's days off in the taper", numbers: { days_off: off } } };
  const hours = otherHoursExcuse(view.weeks.slice(-6));
  if (hours !== undefined) return { excuse: hours };
  const own = ownRidesExcuse([...at.days, ...view.weeks.filter((week) => week.isLoad).flatMap(({ days }) => days)]);
  if (own.excuse !== undefined) return own;
  const open = at.days.filter((day) => day.limit.available).length;
  const halves = (at.usual * (1 - TAPER_CUT.low)) / (SHORTEST_RIDE_MINUTES * 60);
  if (at.tooMuch ? open <= 2 || halves < open : halves < 1)
    return {
      excuse: {
        reason: "rides of at least half an hour on these days",
        numbers: { open_days: open, usual_minutes: Math.round(at.usual / 60) },
      },
    };
  return {};
}

const eventForm = rule({
  id: "event-form",
  number: 25,
  title: "Form on the event's morning is neither tired nor flat",
  severity: "hard",
  class: "shape",
  reads: ["event", "start"],
  source: "TrainingPeaks, MyProCoach; measured coach plans +1 to +23; training science 3.3",
  evidence: "convention",
  scoredOutside: true,
  check: everyAim((view) => {
    const form = view.curve[view.eventIndex]?.form;
    if (form === undefined || (form >= EVENT_FORM.low && form <= EVENT_FORM.high)) return [];
    return [
      {
        message: `form is ${round(form)} on the event's morning, ${EVENT_FORM.low} to +${EVENT_FORM.high} asked`,
        ...(view.stretchFrom === 0 ? {} : { date: view.event.date }),
        numbers: { form: round(form), ...EVENT_FORM },
        ...formExcuse(view, form),
      },
    ];
  }),
});

function formExcuse(view: AimView, form: number): Pick<Found, "excuse"> {
  const near = eventBefore(view, NEAR_EVENT_DAYS);
  if (near !== undefined) return { excuse: near };
  const off = sum(view.weeks.slice(-3).map((week) => week.daysOff));
  if (off > 0) return { excuse: { reason: "the rider's days off before the event", numbers: { days_off: off } } };
  const hours = otherHoursExcuse(view.weeks.slice(-3));
  if (hours !== undefined) return { excuse: hours };
  const own = ownRidesExcuse(windowDays(view));
  if (own.excuse !== undefined) return own;
  const sport = view.sportForm[view.eventIndex] ?? 0;
  if (form < 0 && form - sport >= EVENT_FORM.low)
    return {
      excuse: { reason: "the rider's other sport in these days", numbers: { form_of_riding: round(form - sport) } },
    };
  const start = view.plan.plan_metadata.starting_ctl;
  const held = mean(view.weeks.filter((week) => week.isLoad).map((week) => week.tss)) / 7;
  return form > 0 && start > held * 1.05
    ? {
        excuse: {
          reason: "the hours hold less fitness than the rider starts with",
          numbers: { starting_fitness: round(start), load_per_day: round(held) },
        },
      }
    : {};
}

const fitnessKept = rule({
  id: "taper-fitness",
  number: 26,
  title: "The taper keeps most of the fitness",
  severity: "scored",
  class: "quality",
  reads: ["event", "start"],
  source: "Simulated tapers cost 10 % of fitness, 13 % over two weeks; training science 3.4",
  evidence: "convention",
  check: everyAim((view) => {
    const before = view.curve.slice(view.stretchFrom, view.eventIndex).map((day) => day.ctl);
    // Right behind another A there is no peak to fall from.
    if (before.length === 0) return [];
    const loss = 1 - (before.at(-1) ?? 0) / Math.max(...before);
    const limit = view.taperDays >= 12 ? EVENT_FITNESS_LOSS.twoWeeks : EVENT_FITNESS_LOSS.usual;
    return loss > limit
      ? [
          {
            message: `fitness falls by ${Math.round(loss * 100)} % from its peak to the event`,
            numbers: { loss: Math.round(loss * 100), limit: limit * 100 },
          },
        ]
      : [];
  }),
});

const lastDays = rule({
  id: "last-days",
  number: 27,
  title: "The last days before the event are easy, with short openers",
  severity: "hard",
  class: "safety",
  reads: ["event"],
  source: "FasCat, cyclingtips; training science 3.4",
  evidence: "convention",
  check: everyAim((view) => {
    const { eventIndex } = view;
    const found: Found[] = [];
    for (const day of view.days.slice(Math.max(0, eventIndex - LAST_DAYS.days), eventIndex)) {
      const training = day.rides.filter((ride) => !ride.isEvent);
      const hardest = Math.max(0, ...training.map((ride) => ride.measure.secondsAbove105));
      const left = eventIndex - day.index;
      if (
        hardest > LAST_DAYS.secondsAbove105 ||
        (left <= 2 && (day.isPlannedHard || hardest > LAST_DAYS.openersSecondsAbove105))
      )
        found.push({
          week: day.week,
          date: day.date,
          message: `a hard session ${left} day${left === 1 ? "" : "s"} before the event`,
          numbers: { days_before: left, seconds_above_105: Math.round(hardest) },
        });
    }
    return [...found, ...missingOpeners(view)];
  }),
});

/** Time on the day and in its week, beside the rides that happen anyway. */
function hasRoomForOpeners({ weeks }: PlanView, day: DayView): boolean {
  const week = weeks[day.week - 1];
  const own = sum((week?.days ?? []).map(({ given }) => given.minutes));
  const isInHours = own === 0 || own + SHORTEST_RIDE_MINUTES <= (week?.rider.ceilingMinutes ?? 0);
  return day.limit.maxMinutes - day.given.minutes >= SHORTEST_RIDE_MINUTES && isInHours;
}

/** Openers belong on the last day of the two before the event that the rider can ride, where they may ride hard at all. */
function missingOpeners(view: AimView): Found[] {
  const { rider, eventIndex } = view;
  const day = [1, 2]
    .map((left) => view.days[eventIndex - left])
    .find((one) => one !== undefined && !one.isOff && !one.given.isTaken && one.limit.available);
  const saysRoles = view.days.some(({ workouts }) => workouts.some(({ role }) => role !== undefined));
  // Another event in the last two days opens the legs by itself, and one right behind another has no taper to end.
  if (view.events.length > 1 && (view.taperDays === 0 || eventBefore(view, 2) !== undefined)) return [];
  if (day === undefined || !saysRoles || day.rides.some(({ workout }) => workout.role === "openers")) return [];
  if (isHeldBackIn(rider, day.week) || !hasRoomForOpeners(view, day)) return [];
  const left = eventIndex - day.index;
  return [
    {
      week: day.week,
      date: day.date,
      message: `no openers ${left} day${left === 1 ? "" : "s"} before the event`,
      numbers: { days_before: left },
    },
  ];
}

export const EVENT_RULES = [taperVolume, eventForm, fitnessKept, lastDays] as const;
