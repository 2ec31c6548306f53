import type { Rider } from "../../athlete/rider.ts";
import type { Phase } from "../../plan/schema.ts";
import type { ExperienceLevel } from "../../athlete/schema.ts";
import { keepsLimits, FIRST_RUNG, REPEAT_DAYS, type WorkLimits } from "../../rules/limits.ts";
import type { LadderForm } from "../../workout/ladder.ts";
import type { LadderForms } from "../intake/ladder-forms.ts";

/** First rung of firm work inside long and easy rides: little at first, since the hours around it are most of the work (12.3). */
const FIRST_RUNG_OF_FIRM_WORK: Record<ExperienceLevel, number> = { beginner: 1, intermediate: 1, advanced: 2 };

/** Where a ladder stands. */
interface Rung {
  readonly level: number;
  readonly phase: Phase;
  /** Weeks in which this level was ridden, one for each time. */
  readonly weeks: readonly number[];
}

/** The rungs a rider has ridden: where each ladder stands, and in which phase. */
export interface RiddenRungs {
  readonly rungs: ReadonlyMap<string, Rung>;
  /** How often each rung was ridden in the whole plan, by family and level. */
  readonly times: ReadonlyMap<string, number>;
}

export const noRungsYet: RiddenRungs = { rungs: new Map(), times: new Map() };

const rungName = (family: string, level: number): string => `${family} ${level}`;
/** A workout that came so often in a plan gives way to another ladder. */
const MOST_TIMES = 2;

export interface SessionLimits {
  readonly seconds: number;
  /** Most seconds above 75 % that the week has left, and above FTP. */
  readonly workSeconds: number;
  readonly highestPower: number;
  /** What the rider wants of single efforts; nothing where it is left out. */
  readonly efforts?: WorkLimits;
  readonly mayBeVo2: boolean;
  /** Longest single effort on the ladder of climbs, for a course whose climbs are known. */
  readonly climbSeconds?: number | undefined;
}

export interface Session {
  readonly family: string;
  readonly level: number;
  readonly form: LadderForm;
  /** The rung before this one, where the ladder was ridden before. */
  readonly from: number | undefined;
}

interface Wanted extends SessionLimits {
  readonly phase: Phase;
  readonly advance: boolean;
  /** True for firm work inside a long or an easy ride: its ladder starts low. */
  readonly startsLow?: boolean;
  /** The week this is for, where a ladder may step aside for the next one rather than hold the same workout again. */
  readonly week?: number;
}

interface SessionSources {
  readonly ladderForms: LadderForms;
  readonly riddenRungs: RiddenRungs;
  readonly rider: Rider;
}

/** The next rung of the first ladder in `families` that fits the limits and has another workout than last week, or undefined where none fits. */
export function nextSession(books: SessionSources, families: readonly string[], limits: Wanted): Session | undefined {
  return firstSession(books, families, { ...limits, isFresh: true }) ?? firstSession(books, families, limits);
}

/** Weeks in which a workout that comes again is the same one too soon (rule 32: 14 days). */
const REPEAT_WEEKS = REPEAT_DAYS / 7;

function firstSession(
  { ladderForms, riddenRungs, rider }: SessionSources,
  families: readonly string[],
  limits: Wanted & { isFresh?: boolean },
): Session | undefined {
  for (const family of families) {
    const rung = riddenRungs.rungs.get(family);
    const first = limits.startsLow === true ? FIRST_RUNG_OF_FIRM_WORK : FIRST_RUNG;
    const wanted = rung === undefined ? first[rider.level] : rung.level + (limits.advance ? 1 : 0);
    const floor = rung?.phase === limits.phase ? rung.level : 1;
    const fitting = ladderForms
      .forms(family)
      .filter(
        (form) =>
          form.level <= wanted &&
          form.level >= floor &&
          form.shortestSeconds <= limits.seconds &&
          form.workSeconds <= limits.workSeconds &&
          (family !== "climbs" || form.longestEffortSeconds <= (limits.climbSeconds ?? Infinity)) &&
          form.highestPower <= limits.highestPower + 1e-9 &&
          (limits.efforts === undefined || keepsLimits(form, limits.efforts)) &&
          (limits.mayBeVo2 || !ladderForms.isVo2(family, form.level)),
      );
    const level = Math.max(...fitting.map((form) => form.level));
    const onRung = fitting.filter((form) => form.level === level);
    const { isFresh, week } = limits;
    // Forms that ask for the same work, whatever the easy riding around it, are one workout to the rider.
    const workouts = new Set(onRung.map((form) => form.keyWork)).size;
    const isWorn = (riddenRungs.times.get(rungName(family, level)) ?? 0) >= workouts * MOST_TIMES;
    const isLate = week !== undefined && (isWorn || ridden(rung, level, week) >= workouts);
    if (isFresh === true && isLate) continue;
    const best = fullest(onRung, limits.seconds * COMFORTABLE);
    if (best !== undefined)
      return {
        family,
        level: best.level,
        form: { ...best, isVo2: ladderForms.isVo2(family, best.level), workSeconds: alikeWork(onRung, best) },
        from: rung?.level,
      };
  }
  return undefined;
}

/** Forms of a rung whose work differs by less than this part serve alike: which one is ridden is not the planner's choice. */
const ALIKE = 1.1;

const alikeWork = (onRung: readonly LadderForm[], { workSeconds }: LadderForm): number =>
  Math.max(...onRung.map((form) => form.workSeconds).filter((work) => work <= workSeconds * ALIKE));

/** How often a rung was ridden so lately that the same workout would be a repeat. */
const ridden = (rung: Rung | undefined, level: number, week: number): number =>
  rung?.level === level ? rung.weeks.filter((past) => week - past < REPEAT_WEEKS).length : 0;

/** A form is planned on where its shortest ride takes no more than this part of the time there is. */
const COMFORTABLE = 0.85;

/** The form with the most work among those that fit comfortably, or the shortest. */
function fullest(forms: readonly LadderForm[], seconds: number): LadderForm | undefined {
  const easy = forms.filter((form) => form.shortestSeconds <= seconds);
  const better = (a: LadderForm, b: LadderForm): boolean =>
    easy.length > 0 ? b.workSeconds > a.workSeconds : b.shortestSeconds < a.shortestSeconds;
  return (easy.length > 0 ? easy : forms).reduce<LadderForm | undefined>(
    (best, form) => (best === undefined || better(best, form) ? form : best),
    undefined,
  );
}

/** The rungs ridden after a session of some week. */
export function withRung(
  riddenRungs: RiddenRungs,
  { family, level }: Pick<Session, "family" | "level">,
  { phase, week }: { phase: Phase; week: number },
): RiddenRungs {
  const before = riddenRungs.rungs.get(family);
  const weeks = [...(before?.level === level ? before.weeks : []), week];
  const name = rungName(family, level);
  return {
    rungs: new Map(riddenRungs.rungs).set(family, { level, phase, weeks }),
    times: new Map(riddenRungs.times).set(name, (riddenRungs.times.get(name) ?? 0) + 1),
  };
}
