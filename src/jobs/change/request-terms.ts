import type { EventRequest, PlanRequest } from "../../athlete/request.ts";
import type { ProfileInput } from "../../athlete/schema.ts";
import type { CalendarDate } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import type { TermChange } from "../../plan/change-schema.ts";
import type { Step } from "../../plan/change-schema.ts";
import { standing } from "../../plan/standing-steps.ts";

const unknownDay = (what: string, day: string): PlanError =>
  new PlanError({
    code: "INPUT_INVALID",
    message: `There is no ${what} on ${day} in what you asked for.`,
    hint: "Name the day it was given with; cycling-plan changes and the plan's request show them.",
  });

function withoutEvent(request: PlanRequest, date: string): PlanRequest {
  const { events = [] } = request;
  if (request.event?.date === date)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: "That is the event the plan leads to.",
      hint: "Make another plan without it: cycling-plan generate.",
    });
  const kept = events.filter((event) => event.date !== date);
  if (kept.length === events.length) throw unknownDay("event", date);
  return { ...request, events: kept };
}

function withEvents(request: PlanRequest, added: readonly EventRequest[]): PlanRequest {
  const { events = [] } = request;
  const taken = new Set<CalendarDate>([
    ...(request.event === undefined ? [] : [request.event.date]),
    ...events.map(({ date }) => date),
  ]);
  const double = added.find(({ date }) => taken.has(date));
  if (double !== undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: `${double.date} has an event already.`,
      hint: "Drop that one first, or name another day.",
    });
  if (request.event === undefined)
    throw new PlanError({
      code: "INPUT_INVALID",
      message: "This plan leads to no event, so its weeks cannot turn towards one half way.",
      hint: "Make a plan for the event: cycling-plan generate --event-date.",
    });
  return { ...request, events: [...events, ...added].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

const withProfile = (request: PlanRequest, change: Partial<ProfileInput>): PlanRequest => ({
  ...request,
  profile: { ...request.profile, ...change },
});

function withoutRide(request: PlanRequest, day: string): PlanRequest {
  const { fixed_rides: rides = [] } = request.profile;
  const kept = rides.filter((ride) => (ride.day ?? ride.date) !== day);
  if (kept.length === rides.length) throw unknownDay("ride of your own", day);
  return withProfile(request, { fixed_rides: kept });
}

/** The request after one change of its terms. Throws INPUT_INVALID where the change cannot be meant. */
export function withTerm(request: PlanRequest, change: TermChange): PlanRequest {
  switch (change.term) {
    case "add_event":
      return withEvents(request, change.events);
    case "drop_event":
      return withoutEvent(request, change.date);
    case "add_ride":
      return withProfile(request, { fixed_rides: [...(request.profile.fixed_rides ?? []), ...change.rides] });
    case "drop_ride":
      return withoutRide(request, change.day);
    case "add_avoid":
      return withProfile(request, { avoid: [...new Set([...(request.profile.avoid ?? []), ...change.kinds])] });
    case "days":
      return withProfile(request, {
        training_availability: { ...request.profile.training_availability, week_days: change.days },
      });
    case "set":
      return withProfile(request, change.fields);
  }
}

const withDaysOff = (request: PlanRequest, { from, to }: { from: CalendarDate; to: CalendarDate }): PlanRequest =>
  withProfile(request, { unavailable: [...(request.profile.unavailable ?? []), { from, to }] });

/** What is asked for now: the request that the plan was made from, and the terms and days off that were said since. */
export function requestNow(request: PlanRequest, steps: readonly Step[]): PlanRequest {
  let now = request;
  for (const { intents } of standing(steps))
    for (const intent of intents) {
      if (intent.kind === "term") now = withTerm(now, intent.change);
      if (intent.kind === "off") now = withDaysOff(now, intent);
    }
  return now;
}
