import { isWithoutPower } from "../../athlete/train-by.ts";
import { WEEKDAYS, type CalendarDate } from "../../base/calendar.ts";
import { cleanLine } from "../../base/text.ts";
import { mayStand } from "../../coach/check-notes.ts";
import { weekdayOf } from "../../coach/read-values.ts";
import { wordsMayStand } from "../../coach/ride-words.ts";
import { laddersOf } from "../../coach/swap-brief.ts";
import type { Proposal } from "../../coach/swap-form.ts";
import { catalogueOf } from "../../library/catalogue.ts";
import { daysSwapped, heldOn, kindSwapped, type Swapped } from "../../periodization/overview/swap-days.ts";
import { familiesFor } from "../../periodization/week/families-of-type.ts";
import { READINESS_STATES } from "../../plan/event-schema.ts";
import type { Overview, Week } from "../../plan/schema.ts";
import type { TakenSwap } from "../../plan/swap-schema.ts";
import { mentionsPower } from "../../plan/without-power.ts";
import { fallenScore } from "../../rules/scores.ts";
import { finalizePlan } from "../../tools/finalize-tool.ts";
import { familyWords } from "../../workout/family-words.ts";
import { isTraining } from "../../workout/rides.ts";
import { WORKOUT_TYPES, type Reason, type Workout } from "../../workout/schema.ts";
import { asFiles, buildOn, type Attempt, type CompiledPlan } from "../compile/compile.ts";
import type { OwnPlan } from "./model-run.ts";

type Done = Extract<Attempt, { kind: "done" }>;

/** Words of a model's for one ride. */
interface RideWords {
  readonly name?: string;
  readonly description?: string;
  readonly reason: Reason;
}

/** A plan with the swaps that were taken so far. */
interface Standing {
  readonly overview: Overview;
  readonly words: ReadonlyMap<CalendarDate, RideWords>;
  readonly done: Done | undefined;
}

const SWAP_REASON = "model-swap";

/** So many times a season may be filled anew for each of its weeks: who proposes at random is not worth more. */
const MOST_BUILDS_A_WEEK = 4;

const withWords = ({ workouts, ...week }: Week, words: Standing["words"]): Week => ({
  ...week,
  workouts: workouts.map((workout): Workout => {
    const own = isTraining(workout) ? words.get(workout.date) : undefined;
    if (own === undefined) return workout;
    const { reason, ...said } = own;
    return { ...workout, ...said, why: [...(workout.why ?? []), reason] };
  }),
});

/** The planner's plan, on which a model's proposals are tried one after the other: each is taken whole, or not at all. */
export class Swapping {
  readonly #plan: OwnPlan;
  readonly #model: string;
  readonly #taken: TakenSwap[] = [];
  #standing: Standing;
  #builds = 0;

  constructor(plan: OwnPlan, model: string) {
    this.#plan = plan;
    this.#model = cleanLine(model, 60);
    this.#standing = { overview: plan.own.overview, words: new Map(), done: undefined };
  }

  get taken(): readonly TakenSwap[] {
    return this.#taken;
  }

  /** The plan as it is by now. */
  get compiled(): CompiledPlan {
    const { done } = this.#standing;
    return done === undefined ? this.#plan.own : asFiles(done, this.#plan.task, this.#plan.library);
  }

  /** Takes a proposal, or says why not. */
  attempt(proposal: Proposal): string | undefined {
    switch (proposal.what) {
      case "kind":
        return this.#try(proposal, this.#kind(proposal));
      case "day":
        return this.#day(proposal);
      case "theme":
        return this.#theme(proposal);
      default:
        return this.#words(proposal);
    }
  }

  /** A swap that an interrupted run had taken. */
  repeat({ week, what, weekday, to, why }: TakenSwap): void {
    this.attempt({ week, what, weekday: weekday === undefined ? 0 : WEEKDAYS.indexOf(weekday), to, why });
  }

  #kind({ week, weekday, to }: Proposal): Swapped {
    const { overview } = this.#standing;
    const catalogue = catalogueOf(this.#plan.library);
    const name = to.toLowerCase().replaceAll(/[\s-]+/g, "_");
    const type = WORKOUT_TYPES.find((known) => known === name);
    const { event } = overview.plan_metadata;
    const isKnown = laddersOf(catalogue, event).has(name) || name === "endurance" || name === "recovery";
    const families = isKnown ? [name] : type === undefined ? [] : familiesFor(type, event);
    if (families.length === 0) return { refused: "that is no ladder of this season" };
    return kindSwapped(overview, { week, weekday, families }, catalogue);
  }

  #day(proposal: Proposal): string | undefined {
    const to = weekdayOf(proposal.to);
    if (to === undefined) return "that is no day of the week";
    const limits = this.#plan.frame.limits[proposal.week - 1];
    if (limits?.open.includes(to) !== true) return `${WEEKDAYS[to] ?? "that day"} of that week is not open`;
    return this.#try(proposal, daysSwapped(this.#standing.overview, proposal, to), [proposal.weekday, to]);
  }

  /** Fills the season anew with each of these overviews, and takes the first that keeps everything. */
  #try(proposal: Proposal, swapped: Swapped, weekdays = [proposal.weekday]): string | undefined {
    if ("refused" in swapped) return swapped.refused;
    const from = heldOn(this.#standing.overview, proposal);
    let because: string | undefined;
    for (const overview of swapped.overviews) {
      if (this.#builds >= MOST_BUILDS_A_WEEK * overview.weekly_overview.length) return "enough was tried already";
      this.#builds += 1;
      const told = withReason(overview, { week: proposal.week, weekdays }, this.#reasonOf(proposal, from));
      const attempt = this.#filled(told, this.#standing.words);
      const fault = this.#faultOf(attempt);
      if (fault === undefined && attempt.kind === "done") {
        this.#take(proposal, { overview: told, words: this.#standing.words, done: attempt }, from);
        return undefined;
      }
      // The first of them is what was meant; the others are lower levels of it.
      because ??= fault;
    }
    return because ?? NOT_LAWFUL;
  }

  #theme(proposal: Proposal): string | undefined {
    const { overview, words } = this.#standing;
    const week = overview.weekly_overview[proposal.week - 1];
    if (week === undefined || !mayStand(proposal.to, new Set(), this.#plan.frame.facts) || this.#isOfPower(proposal.to))
      return UNFIT_WORDS;
    const reason = this.#reasonOf(proposal, undefined);
    const next: Overview = {
      ...overview,
      weekly_overview: overview.weekly_overview.map((one) =>
        one === week ? { ...one, focus: proposal.to, why: [...(one.why ?? []), reason] } : one,
      ),
    };
    return this.#settle(proposal, { overview: next, words }, week.focus);
  }

  #words(proposal: Proposal): string | undefined {
    const { overview, words } = this.#standing;
    const week = this.compiled.plan.training_plan.weekly_plan[proposal.week - 1];
    const ride = week?.workouts.find(
      (workout) => isTraining(workout) && workout.weekday === WEEKDAYS[proposal.weekday],
    );
    if (ride === undefined || ride.role === "fixed" || ride.role === "event")
      return "no ride of the plan is on that day";
    const told = { ftpWatts: overview.athlete_profile.ftp, facts: this.#plan.frame.facts };
    if (!wordsMayStand(proposal.to, ride, told) || this.#isOfPower(proposal.to)) return UNFIT_WORDS;
    const said = proposal.what === "name" ? { name: proposal.to } : { description: proposal.to };
    const reason = this.#reasonOf(proposal, undefined);
    const more = new Map(words).set(ride.date, { ...said, reason });
    return this.#settle(proposal, { overview, words: more }, proposal.what === "name" ? ride.name : undefined);
  }

  /** Words change no ride: the season is filled as before, and held to the rules once more. */
  #settle(proposal: Proposal, next: Omit<Standing, "done">, from: string | undefined): string | undefined {
    const attempt = this.#filled(next.overview, next.words);
    const fault = this.#faultOf(attempt);
    if (fault !== undefined || attempt.kind !== "done") return fault ?? UNFIT_WORDS;
    this.#take(proposal, { ...next, done: attempt }, from);
    return undefined;
  }

  #filled(overview: Overview, words: Standing["words"]): Attempt {
    const attempt = buildOn(overview, this.#plan.task, this.#plan.library);
    if (attempt.kind === "refused" || words.size === 0) return attempt;
    const weeks = attempt.weeks.map((week) => withWords(week, words));
    const final = finalizePlan(overview, weeks);
    return final.kind === "rejected"
      ? { kind: "refused", overview, findings: final.findings }
      : { kind: "done", overview, weeks, plan: final.value };
  }

  /** Why a plan is not taken: a rule that does not hold, one that would have to be let go, or a score that falls. */
  #faultOf(attempt: Attempt): string | undefined {
    if (attempt.kind === "refused") {
      const [finding] = attempt.findings;
      const where = finding?.week === undefined ? "" : `week ${finding.week}: `;
      return finding === undefined ? NOT_LAWFUL : `${where}${finding.message} (${finding.rule})`;
    }
    const own = this.#plan.own.plan.training_plan.plan_metadata;
    const { waivers = [], scores = [] } = attempt.plan.plan_metadata;
    const countOf = (rule: string, of: typeof waivers): number => of.filter((one) => one.rule === rule).length;
    const newer = waivers.find(({ rule }) => countOf(rule, waivers) > countOf(rule, own.waivers ?? []));
    if (newer !== undefined) return `${newer.message} (${newer.rule})`;
    const [was, is] = [own.readiness, attempt.plan.plan_metadata.readiness];
    if (
      was !== undefined &&
      is !== undefined &&
      READINESS_STATES.indexOf(is.state) > READINESS_STATES.indexOf(was.state)
    )
      return `ready for the event: ${is.state} where it was ${was.state}`;
    const fallen = fallenScore(own.scores ?? [], scores);
    return (
      fallen &&
      `${fallen.was.label}: ${String(fallen.is.value)} where it was ${String(fallen.was.value)} ${fallen.was.unit}`
    );
  }

  #take({ week, what, weekday, to, why }: Proposal, standing: Standing, from: string | undefined): void {
    this.#standing = standing;
    const day = what === "theme" ? {} : { weekday: WEEKDAYS[weekday] };
    this.#taken.push({ week, what, ...day, ...(from === undefined ? {} : { from }), to, why: this.#mayBeSaid(why) });
  }

  #isOfPower(text: string): boolean {
    return isWithoutPower(this.#plan.own.overview.athlete_profile) && mentionsPower(text);
  }

  /** A model's reason, where its words may stand in a plan. */
  #mayBeSaid(why: string): string {
    return mayStand(why, new Set(), this.#plan.frame.facts) && !this.#isOfPower(why) ? why : "";
  }

  #reasonOf({ what, why }: Proposal, from: string | undefined): Reason {
    const said = this.#mayBeSaid(why);
    return {
      id: SWAP_REASON,
      text: `${REASONS[what](from)}, as ${this.#model} proposed${said === "" ? "" : `: ${said.replace(/\.$/, "")}`}`,
    };
  }
}

const NOT_LAWFUL = "no plan keeps every rule with it";
const UNFIT_WORDS = "these words may not stand in a plan";

const REASONS: Readonly<Record<Proposal["what"], (from: string | undefined) => string>> = {
  kind: (from) => `in the place of ${familyWords(from ?? "another ride")}`,
  day: () => "on another day than planned first",
  theme: () => "its theme is another",
  name: () => "its name is another",
  note: () => "its note is another",
};

const withReason = (
  overview: Overview,
  { week, weekdays }: { readonly week: number; readonly weekdays: readonly number[] },
  reason: Reason,
): Overview => ({
  ...overview,
  weekly_overview: overview.weekly_overview.map((one) =>
    one.week_number === week
      ? {
          ...one,
          training_days: one.training_days.map((day, i) =>
            weekdays.includes(i) && !day.workout_types.includes("rest")
              ? { ...day, why: [...(day.why ?? []), reason] }
              : day,
          ),
        }
      : one,
  ),
});
