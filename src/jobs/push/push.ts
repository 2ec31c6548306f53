import { addDays, type CalendarDate } from "../../base/calendar.ts";
import type { IntervalsEntry } from "../../export/intervals-events.ts";
import { ModelFailure } from "../../providers/failure.ts";
import { isPassing } from "../../providers/intervals-icu/call.ts";
import type { IcuEvent, IntervalsIcu } from "../../providers/intervals-icu/client.ts";
import type { Pushed } from "../../storage/pushed-state.ts";
import { isSettled, pushDiff, type PushDiff, type Wanted } from "./diff.ts";
import { hasArrived, seenOf, sentOf } from "./same.ts";

/** Days before and after the plan on which entries of ours may stand: a plan that was given other dates leaves some. */
const AROUND_DAYS = 366;
/** So many entries go in one request. */
const MOST_AT_ONCE = 40;
/** So often the calendar is read and put right in one run before it counts as unwilling. */
const MOST_ROUNDS = 4;

export interface PushTask {
  readonly entries: readonly IntervalsEntry[];
  readonly gone: readonly string[];
  readonly held: Pushed["entries"] | undefined;
  readonly today: CalendarDate;
  /** The last day of the plan. */
  readonly end: CalendarDate;
}

export interface PushPorts {
  readonly calendar: IntervalsIcu;
  /** Keeps what is known of the calendar, before and after it is written. */
  readonly keep: (entries: Pushed["entries"]) => Promise<void>;
  readonly tell: (words: string) => void;
  /** Waits before the calendar is read once more after a failure, longer each time. */
  readonly pause: (round: number) => Promise<void>;
}

/** The calendar around the plan, as it is now. */
export function listedEvents(
  { today, end }: Pick<PushTask, "today" | "end">,
  calendar: IntervalsIcu,
): Promise<IcuEvent[]> {
  const last = end > today ? end : today;
  return calendar.events(addDays(today, -AROUND_DAYS), addDays(last, AROUND_DAYS));
}

/** What a push would do now. */
export async function planPush(task: PushTask, calendar: IntervalsIcu): Promise<PushDiff> {
  return pushDiff({ ...task, events: await listedEvents(task, calendar) });
}

/** How far a push came when it was stopped. */
export class PushStopped extends Error {
  override readonly name = "PushStopped";
  readonly failure: ModelFailure | undefined;
  /** Entries whose answer came, and how many there were to be. */
  readonly done: number;
  readonly total: number;

  constructor(failure: ModelFailure | undefined, { done, total }: { readonly done: number; readonly total: number }) {
    super(failure?.message ?? "the calendar does not hold what was sent", { cause: failure });
    this.failure = failure;
    this.done = done;
    this.total = total;
  }
}

/** One run: what it knows of the calendar, and how far it is. */
class PushRun {
  /** What was kept before, and every name that is about to be sent. */
  private readonly held: Record<string, Pushed["entries"][string]>;
  private readonly sentNow = new Set<string>();
  private done = 0;
  private total = 0;
  private last: ModelFailure | undefined;
  private readonly task: PushTask;
  private readonly ports: PushPorts;

  constructor(task: PushTask, ports: PushPorts) {
    this.task = task;
    this.ports = ports;
    this.held = { ...task.held };
  }

  /** Reads the calendar and says what is left to do. */
  async left(): Promise<PushDiff> {
    const { task, held } = this;
    const events = await this.guarded(() => listedEvents(task, this.ports.calendar));
    const diff = pushDiff({ ...task, held, events });
    // What was sent in this run and stands there is done, in whatever words it is kept.
    const arrived = diff.update.filter(
      ({ wanted, event }) => this.sentNow.has(wanted.mark) && hasArrived(wanted.fields, event),
    );
    return {
      ...diff,
      update: diff.update.filter((one) => !arrived.includes(one)),
      same: [...diff.same, ...arrived],
    };
  }

  /** Makes one round of changes. Where an answer was lost, only the calendar knows what became of it: the next round sees. */
  async round(diff: PushDiff, round: number): Promise<void> {
    const { calendar, tell } = this.ports;
    // Whoever keeps no names would get everything again, each time.
    if (round === MOST_ROUNDS || diff.create.some(({ mark }) => this.sentNow.has(mark))) throw this.stopped(this.last);
    this.total = this.done + diff.create.length + diff.update.length + diff.remove.length;
    // Whatever happens from here on, the next run knows what may be there.
    for (const { mark } of diff.create) this.held[mark] ??= {};
    for (const [mark, copies] of diff.copies) this.held[mark] = { ...this.held[mark], copies: [...copies] };
    await this.ports.keep(this.held);
    try {
      // Doubles first: once the entry is changed that they are doubles of, they would pass for copies of the rider.
      for (let at = 0; at < diff.remove.length; at += MOST_AT_ONCE) {
        const some = diff.remove.slice(at, at + MOST_AT_ONCE);
        await calendar.remove(some.map(({ id }) => id));
        this.done += some.length;
      }
      for (let at = 0; at < diff.create.length; at += MOST_AT_ONCE) {
        const some = diff.create.slice(at, at + MOST_AT_ONCE);
        await calendar.create(some.map(({ fields }) => fields));
        this.sent(some);
        tell(this.progress());
      }
      for (const { wanted, event } of diff.update) {
        await calendar.update(event.id, wanted.fields);
        this.sent([wanted]);
        tell(this.progress());
      }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      this.last = error;
      await this.ports.keep(this.held);
      if (!mayBeThere(error)) throw this.stopped(error);
      await this.ports.pause(round);
    }
  }

  /** Keeps what the calendar shows at the end; names of what is gone are forgotten, but for those that copies bear. */
  async finish({ same, copies }: PushDiff): Promise<void> {
    const shown: Record<string, Pushed["entries"][string]> = {};
    for (const [mark, ids] of copies) shown[mark] = { copies: [...ids] };
    for (const { wanted, event } of same)
      shown[wanted.mark] = { ...shown[wanted.mark], sent: sentOf(wanted.fields), seen: seenOf(wanted.fields, event) };
    await this.ports.keep(shown);
  }

  private sent(some: readonly Wanted[]): void {
    for (const { mark, fields } of some) {
      this.sentNow.add(mark);
      const { copies } = this.held[mark] ?? {};
      this.held[mark] = { sent: sentOf(fields), ...(copies === undefined ? {} : { copies }) };
    }
    this.done += some.length;
  }

  private progress(): string {
    return `${this.done} of ${this.total} entries`;
  }

  private stopped(failure: ModelFailure | undefined): PushStopped {
    return new PushStopped(failure, { done: this.done, total: this.total });
  }

  private async guarded<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw error instanceof ModelFailure ? this.stopped(error) : error;
    }
  }
}

/** A failure after which the calendar itself must be asked: the request may have been done, or its entry is not there any more. */
const mayBeThere = (failure: ModelFailure): boolean =>
  failure.kind === "model" || (isPassing(failure) && failure.kind !== "rate");

/**
 * Brings a calendar to what the plan wants, from today on, and reads it again until it is so: what was sent is believed only
 * once it stands there. Throws PushStopped; the next run goes on where it stopped.
 */
export async function push(task: PushTask, ports: PushPorts): Promise<PushDiff> {
  const run = new PushRun(task, ports);
  let first: PushDiff | undefined;
  for (let round = 0; ; round++) {
    const diff = await run.left();
    first ??= diff;
    if (isSettled(diff)) {
      await run.finish(diff);
      return first;
    }
    await run.round(diff, round);
  }
}
