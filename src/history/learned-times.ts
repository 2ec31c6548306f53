import type { Titles } from "./title-words.ts";
import { clockTime, numberIn, type Cells } from "./csv-cells.ts";

/** `(min)`, `_s`, `(in hours)` behind a title: seconds of one unit. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/(?:^| )\(?(?:in )?(?:s|sec|secs|second|seconds)\)?$/, 1],
  [/(?:^| )\(?(?:in )?(?:m|min|mins|minute|minutes)\)?$/, 60],
  [/(?:^| )\(?(?:in )?(?:h|hr|hrs|hour|hours)\)?$/, 3600],
  [/(?:^| )\(?(?:in )?(?:ms|milliseconds)\)?$/, 1 / 1000],
];

/** Seconds of the unit that stands behind a title; undefined where none does. */
export const unitOfTitle = (title: string): number | undefined => UNITS.find(([pattern]) => pattern.test(title))?.[1];

const MEAN_SPEED = /^(?:avg|average|mean)\.? speed/;

/** How fast a bicycle goes, in km or miles an hour. */
const SPEED = { low: 5, high: 60 };

/** A time of two parts as minutes and seconds, and as hours and minutes. */
export interface TwoReadings {
  readonly seconds: number;
  readonly orElse: number;
}

/** Two parts are minutes and seconds or hours and minutes: the distance tells which. */
export function bySpeed(distance: number | undefined, { seconds, orElse }: TwoReadings): number | undefined {
  const isPossible = (time: number): boolean => {
    const speed = ((distance ?? 0) / time) * 3600;
    return speed >= SPEED.low && speed <= SPEED.high;
  };
  const possible = [seconds, orElse].filter(isPossible);
  return possible.length === 1 ? possible[0] : undefined;
}

/** Time × mean speed ÷ distance as the cells have them, and the seconds of one unit of time: km or miles an hour with km or miles, metres a second or km an hour with metres, metres a second with km. */
const RATIOS: readonly (readonly [number, number])[] = [
  [3600, 1],
  [60, 60],
  [1 / 24, 86_400],
  [1 / 60, 60],
  [3.6, 1],
  [0.06, 60],
  [1000, 1],
  [1000 / 60, 60],
];
/** The three belong together where they agree within this share. */
const AGREES = 0.04;
/** No rider's middle ride is so many hours or minutes long: they are seconds. Ten hours, in minutes. Our own choice. */
const SURELY_SECONDS = 600;
const HOURS_OF_A_DAY = 24;

const middleOf = (values: readonly number[]): number | undefined =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

/** Where the durations of a table stand, and what tells of them; -1 where there is none. */
interface TimeColumns {
  readonly time: number;
  readonly distance: number;
  readonly speed: number;
}

/** What some rows tell of a column of durations whose title says no unit. */
export class LearnedTimes {
  /** Seconds of one unit of a plain number; undefined where nothing tells. */
  unit: number | undefined;
  /** True where a time of two parts is minutes and seconds. */
  isMinutes = false;
  private readonly at: TimeColumns;

  private constructor(at: TimeColumns) {
    this.at = at;
  }

  static of(titles: Titles, time: number): LearnedTimes {
    const speed = titles.plain.findIndex((title) => MEAN_SPEED.test(title));
    return new LearnedTimes({ time, distance: titles.first(["distance"]), speed });
  }

  learn(sample: readonly Cells[]): void {
    const times = sample.flatMap((cells) => this.plain(cells, this.at.time) ?? []);
    const clocks = sample.flatMap((cells) => clockTime(cells[this.at.time]) ?? []);
    // A column that writes an hour in three parts writes less of it in two; and no ride has more hours than a day.
    this.isMinutes = clocks.some(({ seconds, orElse }) => orElse === undefined || seconds >= HOURS_OF_A_DAY * 60);
    const middle = middleOf(times) ?? 0;
    this.unit = this.bySpeeds(sample, middle) ?? (middle >= SURELY_SECONDS ? 1 : undefined);
  }

  private bySpeeds(sample: readonly Cells[], middle: number): number | undefined {
    const ratios = sample.flatMap((cells) => {
      const [time, distance, speed] = [this.at.time, this.at.distance, this.at.speed].map((column) =>
        this.plain(cells, column),
      );
      return time === undefined || distance === undefined || speed === undefined ? [] : [(time * speed) / distance];
    });
    const ratio = middleOf(ratios);
    if (ratio === undefined) return undefined;
    const isNear = (one: number): boolean => Math.abs(ratio / one - 1) <= AGREES;
    // Seconds, metres and metres a second agree as hours, km and km an hour do.
    if (isNear(1)) return middle > HOURS_OF_A_DAY ? 1 : 3600;
    return RATIOS.find(([one]) => isNear(one))?.[1];
  }

  private plain(cells: Cells, column: number): number | undefined {
    const value = numberIn(cells[column]);
    return value !== undefined && value > 0 ? value : undefined;
  }
}
