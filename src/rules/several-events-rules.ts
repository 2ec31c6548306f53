import { timeWords } from "../base/time-words.ts";
import { addDays } from "../base/calendar.ts";
import { AFTER_A, B_EVENT, C_EVENT } from "./event-limits.ts";
import { hardDayLimit, hardDayLoad } from "./limits.ts";
import { rule, type Found } from "./rule.ts";
import type { DayView, EventView, PlanView } from "./view.ts";

/** Plans with one event are judged by the rules of that event alone. */
const severalIn = ({ events }: PlanView): readonly EventView[] => (events.length > 1 ? events : []);

const nameOf = ({ event, priority }: EventView): string =>
  `the ${priority} event${event.name === undefined ? "" : ` "${event.name}"`} on ${event.date}`;

const eventsStand = rule({
  id: "events-in-plan",
  title: "Every event stands in the plan on its days",
  severity: "hard",
  class: "limit",
  reads: ["event", "roles"],
  source: "The rider's own answer",
  evidence: "rider",
  check: (view) =>
    severalIn(view).flatMap((one) =>
      Array.from({ length: one.event.days }, (_, i) => one.index + i).flatMap((index): Found[] => {
        const day = view.days[index];
        const stands = day?.rides.some(({ isEvent, workout }) => isEvent && (workout.priority ?? "A") === one.priority);
        if (day !== undefined && stands === true && day.rides.length === 1) return [];
        return [
          {
            week: day?.week,
            date: addDays(one.event.date, index - one.index),
            message:
              day === undefined
                ? `${nameOf(one)} lies outside of the plan`
                : `${nameOf(one)} is not the one ride of its day`,
            numbers: { day: index + 1 },
          },
        ];
      }),
    ),
});

/** Training days from one day of the plan to another, both included, that hold what they should not. */
function daysThat(
  view: PlanView,
  { from, to }: { readonly from: number; readonly to: number },
  found: (day: DayView) => Omit<Found, "week" | "date"> | undefined,
): Found[] {
  return view.days.slice(Math.max(0, from), Math.max(0, to + 1)).flatMap((day) => {
    const what = found(day);
    return what === undefined ? [] : [{ week: day.week, date: day.date, ...what }];
  });
}

const inDays = (days: number): string => `${days} day${days === 1 ? "" : "s"}`;

const hardNear =
  (one: EventView) =>
  (day: DayView): Omit<Found, "week" | "date"> | undefined => {
    if (!day.isPlannedHard) return undefined;
    const left = one.index - day.index;
    const days = left > 0 ? left : day.index - one.lastIndex;
    return {
      message: `a hard day ${inDays(days)} ${left > 0 ? "before" : "after"} ${nameOf(one)}`,
      numbers: { days },
    };
  };

const beforeB = rule({
  id: "b-event",
  title: `Before a B event ${B_EVENT.easyBefore} days are easier, and nothing hard lies within 48 hours of it`,
  severity: "hard",
  class: "safety",
  reads: ["event", "roles"],
  source: "Three or four easier days, no change of phase; training science 3.4, 12.3",
  evidence: "convention",
  check: (view) =>
    severalIn(view)
      .filter(({ priority }) => priority === "B")
      .flatMap((one) => [
        ...daysThat(view, { from: one.index - B_EVENT.easyBefore, to: one.index - 1 }, hardNear(one)),
        ...daysThat(view, { from: one.index - B_EVENT.easyBefore, to: one.index - 1 }, (day) =>
          day.isPlanned && day.rideSeconds > B_EVENT.easyMinutes * 60
            ? {
                message: `${timeWords(day.rideSeconds / 60)} of riding ${inDays(one.index - day.index)} before ${nameOf(one)}, ${timeWords(B_EVENT.easyMinutes)} at most`,
                numbers: { minutes: Math.round(day.rideSeconds / 60), limit: B_EVENT.easyMinutes },
              }
            : undefined,
        ),
        ...daysThat(view, { from: one.lastIndex + 1, to: one.lastIndex + B_EVENT.easyAfter }, hardNear(one)),
      ]),
});

/** A C of more load than a key session has two easy days behind it. */
function easyAfterC(view: PlanView, one: EventView): number {
  const load = Math.max(0, ...view.days.slice(one.index, one.lastIndex + 1).map((day) => day.tss));
  const before = view.curve[one.index - 1]?.ctl ?? view.plan.plan_metadata.starting_ctl;
  return load > hardDayLoad(before) ? C_EVENT.easyAfterMuch : C_EVENT.easyAfter;
}

const besideC = rule({
  id: "c-event",
  title: "A C event is the hard day of its days: easy days lie beside it, two behind one of more load",
  severity: "hard",
  class: "safety",
  reads: ["event", "roles", "start"],
  source: "A key session up to max(120, 2.2 x fitness) of load; training science 12.3",
  evidence: "convention",
  check: (view) =>
    severalIn(view)
      .filter(({ priority }) => priority === "C")
      .flatMap((one) => [
        ...daysThat(view, { from: one.index - C_EVENT.easyBefore, to: one.index - 1 }, hardNear(one)),
        ...daysThat(view, { from: one.lastIndex + 1, to: one.lastIndex + easyAfterC(view, one) }, hardNear(one)),
      ]),
});

const afterA = rule({
  id: "after-event",
  title: `For ${AFTER_A.easyDays} days after an A event nothing is hard`,
  severity: "hard",
  class: "safety",
  reads: ["event", "roles"],
  source: "A week at 40 to 50 % of the load, nothing above easy; training science 3.2",
  evidence: "convention",
  check: (view) =>
    severalIn(view)
      .filter(({ priority }) => priority === "A")
      .flatMap((one) =>
        daysThat(view, { from: one.lastIndex + 1, to: one.lastIndex + AFTER_A.easyDays }, hardNear(one)),
      ),
});

/** Events of priority B and C are hard days themselves. */
const hardWeeks = rule({
  id: "event-hard-days",
  title: "Events count among the hard days of their week",
  severity: "hard",
  class: "safety",
  reads: ["athlete", "event"],
  source: "A race takes the place of a hard session; training science 3.4, 4.2",
  evidence: "convention",
  check: (view) => {
    const days = severalIn(view).flatMap(({ priority, index, lastIndex }) =>
      priority === "A" ? [] : Array.from({ length: lastIndex - index + 1 }, (_, i) => index + i),
    );
    return view.weeks.flatMap((week) => {
      const events = week.days.filter(({ index }) => days.includes(index)).length;
      const hard = week.days.filter((day) => day.isHard).length;
      const limit = hardDayLimit(view.rider, week.rideSeconds / 3600, week.number);
      const isPlanned = week.days.some((day) => day.isPlannedHard);
      return events > 0 && isPlanned && events + hard > limit
        ? [
            {
              week: week.number,
              message: `${hard} hard days beside ${events} of events, ${limit} at most together`,
              numbers: { hard_days: hard, events, limit },
            },
          ]
        : [];
    });
  },
});

export const SEVERAL_EVENTS_RULES = [eventsStand, beforeB, besideC, afterA, hardWeeks] as const;
