import { timeWords } from "../../base/time-words.ts";
import {
  bestFiveMinutes,
  dayLimits,
  isHeldByDays,
  longestRideMinutes,
  recentHoursOf,
  riderOf,
  startingCtlOf,
  usualCtlRange,
} from "../../athlete/rider.ts";
import type { PlanRequest } from "../../athlete/request.ts";
import { COMEBACK } from "../../athlete/safety-limits.ts";
import { ACCEPTED } from "../../athlete/accepted-range.ts";
import type { Assumption, Comeback, HealthAnswers, Profile, ProfileInput } from "../../athlete/schema.ts";
import { WEEKDAYS } from "../../base/calendar.ts";
import { PlanError } from "../../base/errors.ts";
import { roundTo } from "../../base/numbers.ts";
import type { PlanEvent } from "../../plan/event-schema.ts";
import type { RuleId } from "../../rules/catalogue.ts";
import { assumedFtp, untilTested, type AssumedFtp } from "./assumed-ftp.ts";
import { hoursServing } from "./events.ts";
import { effortLengthOf, heldBackOf, type PlanWeeks } from "./held-back.ts";
import { LOWEST_FORM } from "../../rules/limits.ts";

/** Riding this much more than lately warns; beyond `refuse` the rider must accept it themselves (training science 7). */
const RAMP_UP = { warn: 1.3, refuse: 2 };

/** What a profile is assumed from, beside the request. */
export interface AssumeFrom {
  readonly event: PlanEvent | undefined;
  /** Those that were made before. */
  readonly assumptions: readonly Assumption[];
  readonly plan: PlanWeeks;
}

/** Weeks off count as hours not ridden, in the six weeks that recent hours are a mean of. */
const RECENT_WEEKS = 6;

/** Recent hours of a rider who comes back and did not say them: those of the weeks before the break. */
function recentAfter(comeback: Comeback | undefined, profile: ProfileInput): number | undefined {
  if (comeback === undefined || profile.recent_weekly_hours !== undefined) return profile.recent_weekly_hours;
  const share = Math.max(0, 1 - comeback.weeks_off / RECENT_WEEKS);
  return roundTo(recentHoursOf({ ...profile, assumptions: [] }) * share, 1);
}

/** Recent hours that were made of weeks off are no answer of the rider's. */
const ofTimeOff = ({ profile: said }: PlanRequest, { recent_weekly_hours: recent }: Profile): Assumption[] =>
  recent === undefined || said.recent_weekly_hours !== undefined
    ? []
    : [
        {
          field: "recent_weekly_hours",
          value: recent,
          reason: `not given: a usual part of your hours, less your ${said.comeback?.weeks_off ?? 0} weeks off of the last ${RECENT_WEEKS}`,
        },
      ];

/** An FTP that nobody measured is marked as such, with what makes it the rider's own. */
function ofFtp(
  { watts, low, high }: AssumedFtp,
  { request, isTested }: { readonly request: PlanRequest; readonly isTested: boolean },
): Assumption[] {
  const reason = `not given: from your weight, level and hours, and between ${low} and ${high} W in riders who say the same`;
  const first = isTested
    ? "ride the first 4 weeks by feel, until you have tested it when rested"
    : "ride by feel, until you know better";
  return [
    { field: "ftp", value: watts, reason: `${reason}; ${first}` },
    ...(isTested || !request.tests
      ? []
      : [
          {
            field: "tests",
            value: false,
            reason:
              "no test at full effort before your age and health are known: say --age and --health active,no-heart",
          },
        ]),
  ];
}

/** Inactive, or with a disease. */
const isCareful = (health: HealthAnswers | undefined): boolean => health?.active === false || health?.disease === true;

/** The athlete as used: the request's profile and everything that was assumed, each with its reason. Throws NOT_FEASIBLE where hours more than double. */
export function assumedProfile(
  request: PlanRequest,
  { event, assumptions: earlier, plan }: AssumeFrom,
): { profile: Profile; warnings: string[] } {
  const { health, comeback, effort_cap: _, ...input } = request.profile;
  const held = heldBackOf(request, plan);
  const ftp = assumedFtp(request.profile);
  const first = ftp && untilTested(request.profile, { weeks: plan.weeks, wantsTests: request.tests });
  const profile: Profile = {
    ...(ftp === undefined ? input : { ftp: ftp.watts, ...input }),
    recent_weekly_hours: recentAfter(comeback, request.profile),
    held_back: held.length === 0 ? undefined : held,
    effort_length: effortLengthOf(request, plan),
    stale_ftp: input.ftp !== undefined && (comeback?.weeks_off ?? 0) >= COMEBACK.staleFtpWeeks ? true : undefined,
    feel_through_week: first?.feelThroughWeek,
    no_heart_rate: health?.beta_blockers === true ? true : undefined,
    careful_start: isCareful(health) ? true : undefined,
    tests: request.tests && first?.mayTest !== false ? undefined : false,
    accept_ramp: request.acceptRamp ? true : undefined,
    assumptions: [],
  };
  refuseTooTired(profile);
  const warnings = rampWarnings(profile, event);
  return {
    profile: {
      ...profile,
      assumptions: [
        ...earlier,
        ...(ftp === undefined ? [] : ofFtp(ftp, { request, isTested: first?.mayTest === true })),
        ...ofTimeOff(request, profile),
        ...assumptionsOf(profile, event),
      ],
    },
    warnings,
  };
}

/** A rider more tired than any plan may leave them rests first. */
function refuseTooTired(profile: Profile): void {
  const ctl = startingCtlOf(profile);
  const form = ctl - (profile.atl ?? ctl);
  if (form >= LOWEST_FORM) return;
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: `Your fitness of ${roundTo(ctl, 0)} and fatigue (atl) of ${profile.atl ?? 0} leave a form of ${roundTo(form, 0)}; no plan starts below ${LOWEST_FORM}.`,
    hint: "Rest for some days, then ask again with the fatigue you have then, or leave atl out if you do not know it.",
    details: { rule: "lowest-form" satisfies RuleId, form: roundTo(form, 1), limit: LOWEST_FORM },
  });
}

function rampWarnings(profile: Profile, event: PlanEvent | undefined): string[] {
  const recent = profile.recent_weekly_hours;
  if (recent === undefined) return [];
  const hours = profile.weekly_hours_available;
  // A return grows from its short first week by itself.
  const mayGrow = profile.accept_ramp === true || profile.held_back?.some(({ by }) => by === "comeback") === true;
  if (hours > recent * RAMP_UP.refuse && !mayGrow) {
    const fewer = roundTo(Math.max(ACCEPTED.weeklyHours.low, recent * RAMP_UP.refuse), 1);
    // Fewer hours that leave no room for a long ride are no way to the event.
    const isUseful = event === undefined || fewer >= hoursServing(event);
    throw new PlanError({
      code: "NOT_FEASIBLE",
      message: `${timeWords(hours * 60)} a week is more than twice the ${timeWords(recent * 60)} you ride now.`,
      hint: `${isUseful ? `Ask for ${timeWords(fewer * 60)}, or say` : "Say"} --accept-ramp: the plan then starts from what you ride now and grows step by step.`,
      details: { weekly_hours_available: hours, recent_weekly_hours: recent, changes: [{ flag: "--accept-ramp" }] },
    });
  }
  return hours > recent * RAMP_UP.warn
    ? [
        `You ride ${timeWords(recent * 60)} a week now and ask for up to ${timeWords(hours * 60)}. The plan grows towards it step by step; sleep and sore legs tell you when to hold.`,
      ]
    : [];
}

function ctlReason(profile: Profile): string {
  const { low, high } = usualCtlRange(startingCtlOf(profile));
  return `not given: from your recent hours and experience; between ${roundTo(low, 0)} and ${roundTo(high, 0)} are usual for such riders`;
}

function assumptionsOf(profile: Profile, event: PlanEvent | undefined): Assumption[] {
  const rider = riderOf(profile, event);
  const list: Assumption[] = [];
  const add = (field: string, value: Assumption["value"], reason: string): void =>
    void list.push({ field, value, reason });
  if (profile.recent_weekly_hours === undefined)
    add(
      "recent_weekly_hours",
      roundTo(recentHoursOf(profile), 1),
      `not given: ${profile.experience_level === "beginner" ? "60" : "85"} % of the hours ${isHeldByDays(profile) ? "that your days hold" : "you have"}`,
    );
  if (profile.longest_recent_ride_minutes === undefined)
    add("longest_recent_ride_minutes", rider.longestRecentMinutes, "not given: a usual part of your recent hours");
  if (profile.ctl === undefined) add("ctl", roundTo(startingCtlOf(profile), 1), ctlReason(profile));
  if (profile.age === undefined) add("age", null, "not given: the limits of riders from 40 to 49 are used");
  const limits = dayLimits(profile, longestRideMinutes(profile, event));
  const ours = limits.flatMap((day, i) =>
    day.available && !day.given ? [`${WEEKDAYS[i] ?? ""} ${day.maxMinutes}`] : [],
  );
  if (ours.length > 0)
    add(
      "max_minutes_by_day",
      ours.join(", "),
      "not given: the most minutes we plan for such days; say --minutes for yours",
    );
  return list;
}

/** Throws NOT_FEASIBLE where no chosen day has room for a ride. */
export function refuseWithoutRoom(profile: Profile, event: PlanEvent | undefined): void {
  const limits = dayLimits(profile, longestRideMinutes(profile, event));
  if (bestFiveMinutes(limits) > 0) return;
  throw new PlanError({
    code: "NOT_FEASIBLE",
    message: "None of your days has 30 minutes, and no ride is shorter than that.",
    hint: `Give one day more time, for example --minutes ${(profile.training_availability.week_days[0] ?? "Saturday").slice(0, 3).toLowerCase()}=45.`,
    details: { limit: "day-minutes" },
  });
}
