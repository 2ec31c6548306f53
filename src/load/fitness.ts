/** Days of the two exponential averages behind fitness (CTL) and fatigue (ATL), TrainingPeaks' convention. */
export const FITNESS_DAYS = 42;
export const FATIGUE_DAYS = 7;

export interface Fitness {
  /** Chronic training load, TSS per day. */
  readonly ctl: number;
  /** Acute training load, TSS per day. */
  readonly atl: number;
}

export interface DayOfLoad extends Fitness {
  readonly tss: number;
  /** Form (TSB) on the morning of this day: yesterday's fitness minus yesterday's fatigue. */
  readonly form: number;
}

/** The state after one more day of load: `x += (load - x) / days` (training science 1.2). */
export const nextFitness = ({ ctl, atl }: Fitness, tss: number): Fitness => ({
  ctl: ctl + (tss - ctl) / FITNESS_DAYS,
  atl: atl + (tss - atl) / FATIGUE_DAYS,
});

export const formOf = ({ ctl, atl }: Fitness): number => ctl - atl;

/** Fitness, fatigue and form for each day of load, oldest first. Nothing is rounded. */
export function fitnessCurve(dailyTss: readonly number[], start: Fitness): DayOfLoad[] {
  let state: Fitness = start;
  return dailyTss.map((tss) => {
    const form = formOf(state);
    state = nextFitness(state, tss);
    return { tss, ...state, form };
  });
}
