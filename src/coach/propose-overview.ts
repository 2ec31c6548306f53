import type { OutsideOverview, OutsideWeek } from "../periodization/overview/outside-schema.ts";
import type { Finding } from "../rules/finding.ts";
import { mayStand } from "./check-notes.ts";
import { converse, type AskModel, type Effort, type Verdict } from "./converse.ts";
import { readOverview, type WantedWeek } from "./overview-form.ts";
import { asOutsideWeek, frameFaults, mendedWeek, type SeasonFrame } from "./season-frame.ts";

export interface ProposePorts {
  readonly ask: AskModel;
  /** The tools' verdict on an overview and on the weeks that the library makes of it: findings, or none. */
  readonly judge: (overview: OutsideOverview, takenOver: ReadonlySet<number>) => readonly Finding[];
}

/** What came of asking: an overview that the tools accept, or none, and who made which week. */
export interface Proposed {
  /** Undefined where the whole overview is the built-in planner's. */
  readonly overview: OutsideOverview | undefined;
  /** Weeks that the built-in planner took over. */
  readonly takenOver: readonly number[];
  readonly effort: Effort;
  /** What was wrong with the model's last answer; empty where nothing was. */
  readonly faults: readonly string[];
}

const wordsOf = ({ rule, week, message }: Finding): string =>
  `${week === undefined ? "" : `weeks[${week - 1}]: `}${message} (${rule})`;

interface Draft {
  readonly weeks: readonly (WantedWeek | undefined)[];
  readonly notes: string;
}

/** The draft as an overview: weeks the model did not give, or that are taken over, are the planner's. */
function overviewOf(draft: Draft, frame: SeasonFrame, takenOver: ReadonlySet<number>): OutsideOverview {
  const numbers = new Set([frame.own.total_weeks, frame.rider.ftpWatts ?? 0]);
  const weekly = frame.own.weekly_overview.map((own): OutsideWeek => {
    const wanted = draft.weeks[own.week_number - 1];
    if (wanted === undefined || takenOver.has(own.week_number)) return own;
    const week = asOutsideWeek(wanted, own.week_number, frame);
    const focus = mayStand(wanted.focus, new Set([...numbers, wanted.minutes]), frame.facts)
      ? wanted.focus
      : own.weekly_focus;
    return { ...week, weekly_focus: focus };
  });
  const { coaching_notes: _, monitoring_guidance: __, ...rest } = frame.own;
  const overview = { ...rest, weekly_overview: weekly };
  return mayStand(draft.notes, numbers, frame.facts) ? { ...overview, coaching_notes: draft.notes } : overview;
}

function faultsOf(
  draft: Draft & { problems: readonly string[] },
  frame: SeasonFrame,
  judge: ProposePorts["judge"],
): string[] {
  const total = frame.limits.length;
  const faults = [...draft.problems];
  if (draft.weeks.length !== total) faults.push(`weeks: expected ${total} entries, got ${draft.weeks.length}`);
  frame.limits.forEach((limits, i) => {
    const week = draft.weeks[i];
    if (week !== undefined) faults.push(...frameFaults(week, limits, `weeks[${i}]`));
  });
  if (faults.length > 0) return faults;
  return judge(overviewOf(draft, frame, new Set()), new Set()).map(wordsOf);
}

/** Takes over the weeks that the findings name until the rest stands; all of them where a finding names none. */
function settled(
  draft: Draft,
  frame: SeasonFrame,
  judge: ProposePorts["judge"],
): { overview: OutsideOverview; takenOver: Set<number> } | undefined {
  const total = frame.limits.length;
  const mended = {
    ...draft,
    weeks: frame.limits.map((limits, i) => draft.weeks[i] && mendedWeek(draft.weeks[i], limits)),
  };
  const takenOver = new Set(
    mended.weeks.flatMap((week, i) => (week === undefined || week.rides.length === 0 ? [i + 1] : [])),
  );
  while (takenOver.size < total) {
    const overview = overviewOf(mended, frame, takenOver);
    const findings = judge(overview, takenOver);
    if (findings.length === 0) return { overview, takenOver };
    const before = takenOver.size;
    for (const { week } of findings) if (week !== undefined) takenOver.add(week);
    // A finding in a week that is the planner's already comes from the weeks around it.
    if (takenOver.size === before)
      for (const { week } of findings) for (const near of around(week, total)) takenOver.add(near);
    if (takenOver.size === before) return undefined;
  }
  return undefined;
}

/** The neighbours of a week; without a week, all. */
const around = (week: number | undefined, total: number): number[] =>
  Array.from({ length: total }, (_, i) => i + 1).filter((number) => week === undefined || Math.abs(number - week) <= 1);

/** Asks for an overview, sends the tools' findings back at most `repairs` times, then mends what is left without the model. */
export async function proposeOverviewByModel(
  frame: SeasonFrame,
  { brief, repairs }: { readonly brief: string; readonly repairs: number },
  { ask, judge }: ProposePorts,
): Promise<Proposed> {
  const { draft, faults, effort } = await converse({ first: brief, repairs }, ask, (value): Verdict<Draft> => {
    const read = readOverview(value);
    const isUsable = read.weeks.some((week) => week !== undefined);
    return { draft: isUsable ? read : undefined, faults: faultsOf(read, frame, judge) };
  });
  if (draft !== undefined && faults.length === 0)
    return { overview: overviewOf(draft, frame, new Set()), takenOver: [], effort, faults };
  const result = draft === undefined ? undefined : settled(draft, frame, judge);
  const all = frame.limits.map((_, i) => i + 1);
  return result === undefined
    ? { overview: undefined, takenOver: all, effort, faults }
    : { overview: result.overview, takenOver: [...result.takenOver].sort((a, b) => a - b), effort, faults };
}
