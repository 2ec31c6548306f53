import { expect, it } from "vitest";
import { addDays, type CalendarDate } from "../../src/base/calendar.ts";
import { seededChance, type Chance } from "../../src/base/chance.ts";
import { pushedEntries } from "../../src/jobs/push/entries.ts";
import { planPush, push, type PushPorts, type PushTask } from "../../src/jobs/push/push.ts";
import { isSettled, type PushDiff } from "../../src/jobs/push/diff.ts";
import { ModelFailure } from "../../src/providers/failure.ts";
import { intervalsIcu, type IntervalsIcu } from "../../src/providers/intervals-icu/client.ts";
import type { PlanFile } from "../../src/plan/schema.ts";
import type { Pushed } from "../../src/storage/pushed-state.ts";
import { FAULTS, fetchOf, IntervalsCalendar, type Fault, type Shown } from "../support/an-intervals-calendar.ts";
import { aPlan, aWeek, aWorkout, MONDAY } from "../support/a-plan.ts";
import { draws, IS_LONG } from "../support/draws.ts";

const CALENDARS = draws({ few: 12, many: 1000 });

/** A calendar, what is known of it on this machine, and the plan on a day. */
interface World {
  readonly calendar: IntervalsCalendar;
  readonly foreign: ReadonlySet<number>;
  /** Everything of ours that ever came there is known on this machine. */
  readonly isKnown: boolean;
  held: Pushed["entries"] | undefined;
  task: PushTask;
}

/** Waits cost nothing, and time stands still but for them. */
function calendarOf(calendar: IntervalsCalendar, fault?: (number: number) => Fault | undefined): IntervalsIcu {
  let now = 0;
  return intervalsIcu(
    { baseUrl: "http://127.0.0.1:9", athlete: "0", key: "a-key", fetch: fetchOf(calendar, fault) },
    {
      clock: { now: () => now, sleep: (ms) => Promise.resolve(void (now += ms)) },
      signal: new AbortController().signal,
      deadline: 300_000,
      secrets: [],
    },
  );
}

const portsOf = (world: World, fault?: (number: number) => Fault | undefined): PushPorts => ({
  calendar: calendarOf(world.calendar, fault),
  keep: (entries) => {
    world.held = structuredClone(entries);
    return Promise.resolve();
  },
  tell: () => undefined,
  pause: () => Promise.resolve(),
});

const run = (world: World, fault?: (number: number) => Fault | undefined): Promise<PushDiff> =>
  push({ ...world.task, held: world.held }, portsOf(world, fault));

/** A plan of a few weeks in which some days were changed, moved or taken away. */
function drawPlan(chance: Chance): PlanFile {
  const count = 4;
  const weeks = Array.from({ length: count }, (_, i) => {
    const week = aWeek(i + 1);
    const workouts = week.workouts.flatMap((workout, day) => {
      const at = chance.at(`${i}/${day}`);
      const id = `a-plan-w0${i + 1}d${day + 1}`;
      if (workout.type === "rest") return [workout];
      switch (at.below(6)) {
        case 0:
          return [];
        case 1:
          return [{ ...workout, id, name: `Changed ${at.letters(3)}` }];
        case 2:
          return [{ ...aWorkout({ date: addDays(workout.date, 1) }), id }];
        default:
          return [{ ...workout, id }];
      }
    });
    return { ...week, workouts };
  });
  return aPlan({ weeks });
}

const pick = <T>(chance: Chance, values: readonly T[]): T => values[chance.below(values.length)]!;

/** Entries of others, among them those that look like ours as much as anything can. */
function drawForeign(chance: Chance, calendar: IntervalsCalendar): Set<number> {
  const count = chance.at("count").below(12);
  const ids = new Set<number>();
  for (let i = 0; i < count; i++) {
    const at = chance.at(`foreign-${i}`);
    const day = addDays(MONDAY, at.at("day").below(40) - 6);
    const id = `a-plan-w0${at.at("week").below(4) + 1}d${pick(at.at("weekday"), [2, 6])}`;
    const mark = pick(at.at("mark"), [
      null, "", id, `${id}@other`, `x${id}@cycling-plan`, `${id}@cycling-plan.org`, `b-plan-w01d2@cycling-plan`,
      `${id} @cycling-plan`, `${id.toUpperCase()}@CYCLING-PLAN`, `a-plan-w09d9@cycling-plan`,
    ]); // prettier-ignore
    const [uid, external] = pick(at.at("where"), [[mark, null], [null, mark], [mark, mark]]); // prettier-ignore
    const event = calendar.put({
      uid,
      external_id: external,
      category: pick(at.at("category"), ["WORKOUT", "NOTE", "RACE_A", "HOLIDAY"]),
      start_date_local: `${day}T${pick(at.at("hour"), ["00:00:00", "18:00:00"])}`,
      name: pick(at.at("name"), ["Sweet spot 3 x 15", "Long ride", "Coffee with Ann", null]),
      description: pick(at.at("text"), [null, "mine", "- 10m 50%"]),
      type: "Ride",
      paired_activity_id: pick(at.at("ridden"), [null, null, "i77"]),
    });
    ids.add(event.id);
  }
  return ids;
}

const taskOf = (plan: PlanFile, today: CalendarDate): PushTask => ({
  entries: pushedEntries(plan, {}).entries,
  gone: [],
  held: undefined,
  today,
  end: plan.training_plan.plan_metadata.end_date,
});

/** An older state of the plan lies in the calendar, some of it ridden, moved or deleted by hand; the state may be of another machine. */
async function drawWorld(seed: string): Promise<World> {
  const chance = seededChance(seed);
  const ways = {
    keepsUid: chance.at("uid").below(2) === 0,
    upserts: chance.at("upserts").below(2) === 0,
    rewrites: chance.at("rewrites").below(3) === 0,
  };
  const calendar = new IntervalsCalendar(ways);
  const early = drawForeign(chance.at("early"), calendar);
  const old = taskOf(drawPlan(chance.at("old")), "2026-12-05");
  const world: World = { calendar, foreign: early, isKnown: true, held: undefined, task: old };
  if (chance.at("first").below(4) > 0) await run(world);
  const ours = [...calendar.events.values()].filter(({ id }) => !early.has(id));
  for (const [i, event] of ours.entries()) {
    const at = chance.at(`hand-${i}`);
    const by = at.below(12);
    if (by === 0) calendar.events.delete(event.id);
    if (by === 1) event.name = "Renamed by hand";
    if (by === 2) event.paired_activity_id = "i99";
    if (by === 3) event.start_date_local = `${addDays(MONDAY, at.at("to").below(28))}T07:00:00`;
  }
  const late = drawForeign(chance.at("late"), calendar);
  // A request whose answer was lost, and which was done later all the same, leaves a double.
  for (const [i, event] of ours.entries())
    if (chance.at(`double-${i}`).below(10) === 0 && calendar.events.has(event.id))
      calendar.put({ ...event, paired_activity_id: null });
  for (const [i, event] of ours.entries()) {
    const at = chance.at(`copy-${i}`);
    if (at.below(8) > 0 || !calendar.events.has(event.id)) continue;
    const day = addDays(MONDAY, at.at("to").below(40) - 6);
    // A copy that the rider made of one of ours is the rider's.
    if (String(event.start_date_local).slice(0, 10) === day) continue;
    late.add(calendar.put({ ...event, start_date_local: `${day}T00:00:00`, paired_activity_id: null }).id);
  }
  const today = addDays(MONDAY, chance.at("today").below(25) - 3);
  // On another machine nothing is known but what the plan says itself.
  const isKnown = chance.at("machine").below(4) > 0;
  return {
    calendar,
    foreign: new Set([...early, ...late]),
    isKnown,
    held: isKnown ? world.held : undefined,
    task: taskOf(drawPlan(chance.at("new")), today),
  };
}

/** What nobody may touch: entries of others, and ours of past days. */
const untouchable = ({ calendar, foreign, task }: World): Map<number, Shown> =>
  new Map(
    [...calendar.events].filter(
      ([id, event]) => foreign.has(id) || String(event.start_date_local).slice(0, 10) < task.today,
    ),
  );

/** Ids that any request but a list named. */
const named = ({ asked }: IntervalsCalendar): number[] =>
  asked.flatMap(({ method, path, body }) => {
    if (method === "GET") return [];
    const own = /\/events\/(\d+)$/.exec(path)?.[1];
    const listed = Array.isArray(body) ? body.flatMap((one: { id?: number }) => one.id ?? []) : [];
    return [...(own === undefined ? [] : [Number(own)]), ...listed];
  });

const dayOf = ({ start_date_local: start }: Shown): string => String(start).slice(0, 10);
const placeOf = (event: Shown): string => `${String(event.external_id).replace(/\.r\d+@/, "@")} ${dayOf(event)}`;

async function holdsThePlan(world: World, untouched: ReadonlyMap<number, Shown>): Promise<void> {
  const { calendar, task } = world;
  expect(isSettled(await planPush({ ...task, held: world.held }, calendarOf(calendar)))).toBe(true);
  const days = task.entries
    .filter(({ date }) => date >= task.today)
    .map(({ id, date }) => `${id}@cycling-plan ${date}`);
  const there = [...calendar.events.values()].filter(({ id }) => !world.foreign.has(id));
  const shown = there.map(
    (event) => `${String(event.external_id).replace(/\.r\d+@/, "@")} ${String(event.start_date_local).slice(0, 10)}`,
  );
  for (const day of days) expect(shown.filter((one) => one === day)).toHaveLength(1);
  const ahead = there.filter((event) => (event.paired_activity_id ?? null) === null && dayOf(event) >= task.today);
  if (world.isKnown) expect(ahead.filter((event) => !days.includes(placeOf(event)))).toEqual([]);
  for (const [id, event] of untouched) expect(calendar.events.get(id)).toEqual(event);
  expect(named(calendar).filter((id) => untouched.has(id))).toEqual([]);
}

/** What passes by itself: one of these is outlived within the run. */
const PASSES: readonly Fault[] = ["refused", "lost", "half", "busy", "too often", "cut"];

/** A run in which one request fails, or every one from there on; where it does not outlive that, it says so. */
async function disturbed(
  world: World,
  { at, fault, isForGood }: { at: number; fault: Fault; isForGood: boolean },
): Promise<void> {
  await run(world, (number) => (number === at || (isForGood && number > at) ? fault : undefined)).catch(
    (error: unknown) => {
      if (!isForGood && PASSES.includes(fault)) throw error;
      expect((error as Error).name).toBe("PushStopped");
      expect((error as Error).cause).toBeInstanceOf(ModelFailure);
    },
  );
}

const copyOf = (world: World): World => ({ ...world, calendar: world.calendar.copy() });

/** One calendar: brought to the plan, then again with a fault at each of its requests in turn. Gives how many those were. */
async function settles(seed: string): Promise<number> {
  const drawn = await drawWorld(seed);
  const untouched = untouchable(drawn);
  const clean = copyOf(drawn);
  await run(clean);
  await holdsThePlan(clean, untouched);
  const requests = clean.calendar.asked.length;
  await run(clean);
  expect(clean.calendar.asked.slice(requests).every(({ method }) => method === "GET")).toBe(true);
  for (let at = 0; at < requests; at++) {
    const fault = FAULTS[seededChance(`${seed}/${at}`).below(FAULTS.length)]!;
    const world = copyOf(drawn);
    const chance = seededChance(`${seed}/${at}/then`);
    await disturbed(world, { at, fault, isForGood: chance.below(2) === 0 });
    // Meanwhile the plan may have changed once more.
    if (chance.at("changed").below(3) === 0) world.task = taskOf(drawPlan(chance.at("plan")), world.task.today);
    await run(world).catch((error: unknown) => {
      throw new Error(`${fault} at request ${at}: ${String(error)}`);
    });
    await holdsThePlan(world, untouched);
  }
  return requests;
}

it(`brings ${CALENDARS} calendars to the plan, in one run after a fault at any request, and touches nothing of others`, async () => {
  let faults = 0;
  for (let draw = 0; draw < CALENDARS; draw++) {
    const seed = `push-${draw}`;
    faults += await settles(seed).catch((error: unknown) => {
      throw new Error(`seed ${seed}: ${String(error)}`, { cause: error });
    });
  }
  expect(faults).toBeGreaterThan(CALENDARS * 3);
  if (IS_LONG) console.log(`${CALENDARS} calendars, ${faults} faults`);
}, 600_000);
