import type { EventRequest, PlanRequest } from "../../athlete/request.ts";
import type { Assumption } from "../../athlete/schema.ts";
import { fullDate } from "../../base/date-words.ts";
import { givenOnly } from "../../base/given-only.ts";
import { eventName } from "../../plan/event-name.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import { MOST_WEEKS } from "../../plan/schema.ts";
import type { Reason } from "../../workout/schema.ts";
import { withClimbMinutes, withCourseHours } from "./event-course.ts";
import { resolveEvent } from "./events.ts";
import type { MappedGoal } from "./goal.ts";
import { holdsEvent, type Timeline } from "./timeline.ts";

/** The events of a request with what was missing filled in: the first A, and all others in order of time. */
export interface ResolvedEvents {
  readonly event: PlanEvent | undefined;
  readonly others: readonly PlanEvent[];
  readonly assumptions: readonly Assumption[];
}

const isFirstClass = ({ priority }: EventRequest): boolean => (priority ?? "A") === "A";
const byDate = (a: { date: string }, b: { date: string }): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);

/** Every event of a request; what was assumed of any but the first A names its day. */
export function resolveEvents({ event, events = [], profile }: PlanRequest, goal: MappedGoal): ResolvedEvents {
  const all = [...(event === undefined ? [] : [event]), ...events].sort(byDate);
  const first = all.find(isFirstClass);
  if (first === undefined) return { event: undefined, others: [], assumptions: [] };
  const resolved = all.map((one) => {
    const timed = withCourseHours(one, one.type ?? goal.eventType ?? "other", profile);
    const made = resolveEvent(timed.request, { goal, profile });
    const more = givenOnly({ name: one.name, course: one.course });
    const assumptions = [...made.assumptions, ...timed.assumptions].map((assumption) =>
      one === first ? assumption : { ...assumption, field: `${assumption.field} (${one.date})` },
    );
    const priority = all.length > 1 && one !== first ? { priority: one.priority ?? ("A" as const) } : {};
    return { request: one, event: withClimbMinutes({ ...made.event, ...more, ...priority }, profile), assumptions };
  });
  return {
    event: resolved.find(({ request }) => request === first)?.event,
    others: resolved.filter(({ request }) => request !== first).map((one) => one.event),
    assumptions: resolved.flatMap((one) => one.assumptions),
  };
}

/** The events that a plan holds, in order, and those that lie before its first day or behind its last, each named. */
export function eventsWithin(
  timeline: Timeline,
  { event, others }: Pick<ResolvedEvents, "event" | "others">,
): { readonly events: readonly PlanEvent[]; readonly leftOut: readonly Reason[] } {
  if (event === undefined) return { events: [], leftOut: [] };
  const held = others.filter((one) => holdsEvent(timeline, one));
  const events = [event, ...held].sort(byDate);
  const leftOut = others
    .filter((one) => !held.includes(one))
    .map((left): Reason => {
      const { date } = left;
      const what = `${eventName(left)} on ${fullDate(date)}`;
      return {
        id: "events",
        text:
          date < timeline.start
            ? `Your ${what} is left out: the plan starts on ${fullDate(timeline.start)}, behind it.`
            : `Your ${what} is left out: a plan has ${MOST_WEEKS} weeks at most, and this one begins on ${fullDate(timeline.start)}. Plan it when this plan is over.`,
        numbers: { most_weeks: MOST_WEEKS },
      };
    });
  return { events, leftOut };
}
