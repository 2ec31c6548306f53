import { dayNumber } from "../base/calendar.ts";
import { cleanLine } from "../base/text.ts";
import { quoted } from "../athlete/parse-reading.ts";
import type { Cells } from "./csv-cells.ts";
import { HeartRates } from "./heart-rates.ts";
import type { Layout, Row, RowFacts } from "./layout-kind.ts";
import { dayOfClock, type LocalClock } from "./local-clock.ts";
import type { Fault, FileReading } from "./ride.ts";
import { RideStore, type RidePlace } from "./ride-store.ts";
import { isTour, tourDays } from "./tour-days.ts";
import { dayOf, orderOfRows, orderSeen, writtenMoment, type WrittenMoment } from "./written-moment.ts";

/** A file with more faults is no export; these are enough to see why. */
const MOST_FAULTS = 5000;
const MOST_SPORTS = 200;
/** A file whose first so many dates do not tell which number is the month does not tell it. */
const MOST_WAITING = 20_000;
const DAY_SECONDS = 86_400;

interface DatedFacts {
  readonly line: number;
  readonly when: WrittenMoment;
  readonly facts: RowFacts;
  readonly isUtc: boolean;
}

/** Text of its own: a piece of a line would keep the whole chunk of the file in memory. */
const own = (text: string): string => Buffer.from(text).toString();

/** The first faults of a file, and how many more there are. */
class FaultList {
  readonly first: Fault[] = [];
  more = 0;

  add(line: number, why: string): void {
    if (this.first.length < MOST_FAULTS) this.first.push({ line, why: own(why) });
    else this.more += 1;
  }
}

const byLine = (a: Fault, b: Fault): number => (a.line ?? 0) - (b.line ?? 0);

/** What a collector is told besides the rows. */
export interface CollectorSetup {
  readonly clock: LocalClock;
  /** Told the recording of every row that counts. */
  readonly onRecording?: ((name: string) => void) | undefined;
}

/** Collects what the rows of one file say. */
export class Collector {
  rows = 0;
  private readonly rides = new RideStore();
  private readonly otherSports = new Map<string, number>();
  private readonly heartRates = new HeartRates();
  private readonly faults = new FaultList();
  private readonly notes = new FaultList();
  private planned = 0;
  /** Rides whose date waits for one that tells which number is the month. */
  private waiting: DatedFacts[] = [];
  private order: WrittenMoment["order"];
  private readonly layout: Layout;
  private readonly clock: LocalClock;
  private readonly onRecording: (name: string) => void;

  constructor(layout: Layout, { clock, onRecording = () => undefined }: CollectorSetup) {
    this.layout = layout;
    this.order = layout.order ?? "open";
    this.clock = clock;
    this.onRecording = (name) => {
      onRecording(own(name));
    };
  }

  /** True where no further row counts. */
  get isFull(): boolean {
    return this.rows >= (this.layout.mostRows ?? Infinity);
  }

  fault(line: number, why: string): void {
    this.rows += 1;
    this.faults.add(line, why);
  }

  add(line: number, cells: Cells): void {
    this.rows += 1;
    const row = this.layout.read(cells);
    if (row.kind === "ride") this.addRide(line, row);
    else if (row.kind === "planned") this.planned += 1;
    else if (row.kind === "fault") this.faults.add(line, row.why);
    else this.addOther(row);
  }

  /** What the file held; nothing in it tells how the dates are meant that still wait. */
  reading(): FileReading {
    if (this.order === "open") this.order = orderOfRows(this.waiting.map(({ when }) => when));
    this.settleWaiting();
    const { rides, rows, otherSports, heartRates, planned, faults, notes } = this;
    return {
      source: this.layout.source,
      rides,
      rows,
      otherSports,
      heartRates,
      planned,
      faults: faults.first.sort(byLine),
      moreFaults: faults.more,
      notes: notes.first.sort(byLine),
      moreNotes: notes.more,
    };
  }

  private settleWaiting(): void {
    for (const dated of this.waiting) this.settle(dated);
    this.waiting = [];
  }

  private addRide(line: number, row: Extract<Row, { kind: "ride" }>): void {
    const { date, facts, notes, recording, isUtc = this.layout.isUtc } = row;
    const when = writtenMoment(date);
    if (when === undefined) {
      this.faults.add(line, date.trim() === "" ? "it has no date" : `the date ${quoted(date)} cannot be read`);
      return;
    }
    if (recording !== undefined) this.onRecording(recording);
    for (const why of notes) this.notes.add(line, why);
    if (this.order === "open" && when.order === "open") {
      this.order = orderSeen(when);
      this.waiting.push({ line, when, facts, isUtc });
      if (this.order !== "open" || this.waiting.length > MOST_WAITING) this.settleWaiting();
    } else this.settle({ line, when, facts, isUtc });
  }

  private addOther({ sport, recording, maxHr, date }: Extract<Row, { kind: "other" }>): void {
    if (recording !== undefined) this.onRecording(recording);
    const name = own(cleanLine(sport, 40)) || "no sport named";
    if (this.otherSports.size < MOST_SPORTS || this.otherSports.has(name))
      this.otherSports.set(name, (this.otherSports.get(name) ?? 0) + 1);
    // The dates of every sport tell which number is the month.
    const when = maxHr === undefined && this.order !== "open" ? undefined : writtenMoment(date ?? "");
    if (when === undefined) return;
    if (maxHr !== undefined) this.heartRates.add(when.year, maxHr);
    if (this.order !== "open" || when.order !== "open") return;
    this.order = orderSeen(when);
    if (this.order !== "open") this.settleWaiting();
  }

  /** Puts a ride on its day. */
  private settle({ line, when, facts, isUtc }: DatedFacts): void {
    const isOpen = this.order === "open" && orderSeen(when) === "open" && when.a !== when.b;
    const day = isOpen ? undefined : dayOf(when, this.order);
    if (day === undefined) {
      const why = isOpen ? "the date can be read in two ways: which number is the month?" : "there is no such day";
      this.faults.add(line, why);
      return;
    }
    const { source } = this.layout;
    if (when.seconds === undefined) this.keep(line, facts, { day, clock: undefined, source });
    else {
      const shown = dayNumber(day) * DAY_SECONDS + when.seconds;
      const clock = isUtc ? this.clock(shown) : shown;
      this.keep(line, facts, { day: isUtc ? dayOfClock(clock) : day, clock, source });
    }
  }

  private keep(line: number, facts: RowFacts, place: RidePlace): void {
    if (!isTour(facts)) {
      this.rides.addFacts(facts, place);
      return;
    }
    const { rides, note } = tourDays({ ...facts, ...place });
    for (const one of rides) this.rides.add(one);
    if (note !== undefined) this.notes.add(line, note);
  }
}
