/** What of a plan its source may choose otherwise, after a tool found that the plan breaks a rule. */
export interface Tuning {
  /** Factors on the minutes of weeks, by week number; a week without one is planned at its bounds. */
  readonly easing: ReadonlyMap<number, number>;
  /** By week number, how much heavier a recovery week turned out than it was planned: a factor on its share of the load weeks before it. */
  readonly recovery: ReadonlyMap<number, number>;
  /** Days of the taper; undefined for what the event's kind asks for. */
  readonly taperDays: number | undefined;
  /** Share of riding that the taper cuts; undefined for what the event's kind asks for. */
  readonly taperCut: number | undefined;
  /** The same for later A events, by their dates. */
  readonly laterCuts: ReadonlyMap<string, number>;
  /** Factor on the work above 75 % of FTP that weeks may hold. */
  readonly workShare: number;
  /** The long ride is put on a day of those where the longest belongs (rule 22). */
  readonly isLongInTime: boolean;
  /** Most minutes of a ride before those days. */
  readonly longCap: number;
}

/** The tuning of a first attempt: nothing changed. */
export const UNTUNED: Tuning = {
  easing: new Map<number, number>(),
  recovery: new Map<number, number>(),
  taperDays: undefined,
  taperCut: undefined,
  laterCuts: new Map<string, number>(),
  workShare: 1,
  isLongInTime: false,
  longCap: Number.POSITIVE_INFINITY,
};
