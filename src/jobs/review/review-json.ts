import { roundTo, sum } from "../../base/numbers.ts";
import type { Effort } from "../../history/efforts.ts";
import type { CouldChange } from "./could-change.ts";
import type { Matched } from "./match.ts";
import { sumsOf, type Review } from "./review.ts";
import type { Ridden } from "./ridden.ts";

/** Intensity of minutes with a load: an hour at FTP is 1, with 100 (training science 1.1). */
const intensity = (minutes: number, load: number): number | null =>
  minutes > 0 ? roundTo(Math.sqrt(load / ((minutes / 60) * 100)), 2) : null;

const figures = (minutes: number, load: number): object => ({
  minutes: roundTo(minutes, 1),
  load: roundTo(load, 1),
  intensity: intensity(minutes, load),
});

const effortJson = ({ seconds, target, watts, inTarget, isHeld, hasFaded }: Effort): object => ({
  seconds,
  target_watts: target,
  watts,
  in_target_seconds: inTarget,
  held: isHeld,
  faded: hasFaded,
});

const sessionJson = (one: Matched): object => ({
  id: one.id,
  date: one.session.date,
  week: one.week,
  name: one.session.name,
  type: one.session.type,
  role: one.session.role ?? null,
  status: one.status,
  ridden_on: one.on ?? null,
  planned: figures(one.session.duration_min, one.session.tss),
  ridden: one.minutes === undefined ? null : figures(one.minutes, one.load ?? 0),
  said_by_rider: one.isTold,
  feel: one.feel ?? null,
  files: one.rides.flatMap(({ file }) => file ?? []),
  efforts: one.efforts.map(effortJson),
});

const extraJson = ({ day, seconds, load, file }: Ridden): object => ({
  date: day,
  ...figures(seconds / 60, load),
  file: file ?? null,
});

/** A review for programs. */
export function reviewJson(review: Review, changes: readonly CouldChange[]): object {
  const { plan, today, scope, weeks, from, to, sessions, extra, fitness, hint, ahead } = review;
  const sums = sumsOf(sessions, extra);
  return {
    plan_id: plan.plan_id,
    today,
    scope,
    weeks: weeks.map(({ week_number: number }) => number),
    from,
    to,
    planned_so_far: figures(sums.plannedMinutes, sums.plannedLoad),
    ridden: figures(sums.minutes, sums.load),
    sessions: sessions.map(sessionJson),
    extra: extra.map(extraJson),
    fitness:
      fitness === undefined
        ? null
        : {
            on: fitness.on,
            planned: roundTo(fitness.planned, 1),
            ridden_low: roundTo(fitness.low, 1),
            ridden_high: roundTo(fitness.high, 1),
            form_low: roundTo(fitness.formLow, 1),
            form_high: roundTo(fitness.formHigh, 1),
            days_not_known: fitness.unknown,
          },
    hint:
      hint === undefined ? null : { kind: hint.kind, share: hint.share === undefined ? null : roundTo(hint.share, 3) },
    ahead: {
      minutes: roundTo(sum(ahead.map(({ session }) => session.duration_min)), 1),
      sessions: ahead.map(({ session, id }) => ({
        id,
        date: session.date,
        name: session.name,
        role: session.role ?? null,
      })),
    },
    could_change: changes,
  };
}
