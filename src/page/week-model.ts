import { focusOf } from "../plan/illness.ts";
import { addDays, type CalendarDate } from "../base/calendar.ts";
import { sum } from "../base/numbers.ts";
import { cleanLine } from "../base/text.ts";
import { isRest } from "../export/session.ts";
import type { Phase, Week } from "../plan/schema.ts";
import type { WeekView } from "../rules/view.ts";
import type { PageInput } from "./input.ts";
import { sessionModel, type SessionModel } from "./session-model.ts";

export interface DayModel {
  readonly date: CalendarDate;
  readonly sessions: readonly SessionModel[];
  readonly sports: readonly string[];
  readonly isHard: boolean;
  readonly event: string | undefined;
}

export interface WeekModel {
  readonly number: number;
  readonly phase: Phase;
  readonly isEasy: boolean;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly focus: string;
  /** With the event. */
  readonly plannedMinutes: number;
  readonly hasEvent: boolean;
  /** Undefined where nothing is known. */
  readonly riddenMinutes: number | undefined;
  readonly days: readonly DayModel[];
}

const LONGEST_NAME = 90;

function dayModels(week: WeekView, input: PageInput): DayModel[] {
  const sessions = input.season.sessions.filter((one) => one.week.week_number === week.number && !isRest(one));
  return week.days.map(({ date, rides, isHard }) => {
    const hardToday = isHard || rides.some(({ workout }) => workout.role === "key" || workout.role === "test");
    const ofDay = sessions.filter(({ workout }) => workout.date === date);
    const event = ofDay.find(({ workout }) => workout.role === "event")?.workout.name;
    const models = ofDay.map((session) =>
      sessionModel(
        session,
        input,
        hardToday && rides.some((ride) => ride.workout.segments === session.workout.segments && isHardRide(ride)),
      ),
    );
    return {
      date,
      sessions: models,
      sports: sportsOf(week.week, date),
      isHard: models.some((session) => session.isHard),
      event:
        event === undefined
          ? undefined
          : cleanLine(
              event.replace(/^Event: (.)/, (_, first: string) => first.toUpperCase()),
              LONGEST_NAME,
            ),
    };
  });
}

const isHardRide = ({ isHard, isTest, workout }: WeekView["rides"][number]): boolean =>
  isHard || isTest || workout.role === "key";

/** Other sport of a day, in the rider's name for it. */
const sportsOf = ({ other_sport: sports = [] }: Week, date: CalendarDate): string[] =>
  sports
    .filter((one) => one.date === date)
    .map(({ name, sport, minutes }) => `${cleanLine(name ?? sport, 40)}, ${Math.round(minutes)}\u00a0min`);

/** One week with its days. */
export function weekModel(week: WeekView, input: PageInput): WeekModel {
  const { week_number: number, phase, start_date: from } = week.week;
  const focus = focusOf(week.week);
  const event = sum(
    week.days.flatMap(({ rides }) => rides.filter(({ isEvent }) => isEvent).map(({ measure }) => measure.seconds)),
  );
  return {
    number,
    phase,
    isEasy: week.isRecovery,
    from,
    to: addDays(from, 6),
    focus: cleanLine(focus, 300),
    plannedMinutes: (week.rideSeconds + event) / 60,
    hasEvent: event > 0,
    riddenMinutes: input.known.ridden.get(from),
    days: dayModels(week, input),
  };
}
