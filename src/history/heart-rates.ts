const HIGHEST = 250;
/** Nobody's heart beats faster: what is above is a spike of a strap (the limit of --max-hr). */
const MOST_BEATS = 220;
/** Highest rates of so many beats below one support it: a heart that reached it came near it on other days. */
const NEAR = 5;
/** So many sessions, and this share of all, have to come near before a rate is believed (our own choice). */
const SUPPORT = { few: { below: 3, sessions: 1 }, some: { below: 8, sessions: 2 }, least: 3, share: 0.05 };
/** Highest heart rates fall by under a beat a year (Tanaka 2001): so many years say what it is today. */
const YEARS = 2;
/** Fewer sessions of these years are too few, and older ones count, too. */
const ENOUGH = 10;

const supportFor = (sessions: number): number => {
  if (sessions < SUPPORT.few.below) return SUPPORT.few.sessions;
  if (sessions < SUPPORT.some.below) return SUPPORT.some.sessions;
  return Math.max(SUPPORT.least, Math.ceil(sessions * SUPPORT.share));
};

/** How often each highest heart rate was measured, by year: a few hundred numbers for any number of sessions. */
export class HeartRates {
  private readonly years = new Map<number, Uint32Array>();

  add(year: number, beats: number): void {
    const at = Math.round(beats);
    if (at <= 0 || at > HIGHEST) return;
    const counts = this.years.get(year) ?? new Uint32Array(HIGHEST + 1);
    counts[at] = (counts[at] ?? 0) + 1;
    this.years.set(year, counts);
  }

  addAll(others: HeartRates): void {
    for (const [year, counts] of others.years) {
      const own = this.years.get(year) ?? new Uint32Array(HIGHEST + 1);
      counts.forEach((count, beats) => (own[beats] = (own[beats] ?? 0) + count));
      this.years.set(year, own);
    }
  }

  /** The highest heart rate of a heart in this year: the highest that enough other sessions come near. Undefined where none was measured. */
  highest(year: number): number | undefined {
    const lately = this.sum((one) => one > year - YEARS && one <= year);
    return highestOf(total(lately) >= ENOUGH ? lately : this.sum((one) => one <= year));
  }

  private sum(isWanted: (year: number) => boolean): Uint32Array {
    const sum = new Uint32Array(HIGHEST + 1);
    for (const [year, counts] of this.years)
      if (isWanted(year)) counts.forEach((count, beats) => (sum[beats] = (sum[beats] ?? 0) + count));
    return sum;
  }
}

const total = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

function highestOf(counts: Uint32Array): number | undefined {
  const needed = supportFor(total(counts.subarray(0, MOST_BEATS + 1)));
  for (let beats = MOST_BEATS; beats > 0; beats--) {
    if ((counts[beats] ?? 0) === 0) continue;
    if (total(counts.subarray(Math.max(0, beats - NEAR), beats + 1)) >= needed) return beats;
  }
  return nthHighest(counts, needed);
}

/** Where no rate is near another, the one that so many sessions reached. */
function nthHighest(counts: Uint32Array, needed: number): number | undefined {
  let reached = 0;
  for (let beats = MOST_BEATS; beats > 0; beats--) {
    reached += counts[beats] ?? 0;
    if (reached > 0 && reached >= needed) return beats;
  }
  return undefined;
}
