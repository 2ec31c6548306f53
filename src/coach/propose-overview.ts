import { cleanLine } from "../base/text.ts";
import type { OutsideOverview, OutsideWeek } from "../periodization/outside-schema.ts";
import type { Asked } from "../providers/ask.ts";
import { addUsage, NO_USAGE, type Message, type Usage } from "../providers/port.ts";
import type { Finding } from "../rules/rule.ts";
import { mayStand } from "./check-notes.ts";
import { extractJson } from "./extract-json.ts";
import { readOverview, type WantedWeek } from "./overview-form.ts";
import { asOutsideWeek, frameFaults, mendedWeek, type SeasonFrame } from "./season-frame.ts";

export interface ProposePorts {
  /** Asks the model; throws what stopped the service. */
  readonly ask: (messages: readonly Message[], isLonger: boolean) => Promise<Asked>;
  /** The tools' verdict on an overview and on the weeks that the library makes of it: findings, or none. */
  readonly judge: (overview: OutsideOverview) => readonly Finding[];
}

/** What came of asking: an overview that the tools accept, or none, and who made which week. */
export interface Proposed {
  /** Undefined where the whole overview is the built-in planner's. */
  readonly overview: OutsideOverview | undefined;
  /** Weeks that the built-in planner took over. */
  readonly takenOver: readonly number[];
  readonly repairs: number;
  readonly retries: number;
  readonly usage: Usage;
  /** What was wrong with the model's last answer; empty where nothing was. */
  readonly faults: readonly string[];
}

/** So many faults are named to a model at once. */
const MOST_FAULTS = 12;
/** Characters of its own answer that a model sees again. */
const MOST_ECHO = 4000;
/** A finding of this rule would tell a model what the rider said of their health. */
const UNSAID = ["careful-start"];

const wordsOf = ({ rule, week, message }: Finding): string =>
  `${week === undefined ? "" : `weeks[${String(week - 1)}]: `}${message} (${rule})`;

interface Draft {
  readonly weeks: readonly (WantedWeek | undefined)[];
  readonly notes: string;
}

/** The draft as an overview: weeks the model did not give, or that are taken over, are the planner's. */
function overviewOf(draft: Draft, frame: SeasonFrame, takenOver: ReadonlySet<number>): OutsideOverview {
  const weekly = frame.own.weekly_overview.map((own): OutsideWeek => {
    const wanted = draft.weeks[own.week_number - 1];
    return wanted === undefined || takenOver.has(own.week_number) ? own : asOutsideWeek(wanted, own.week_number, frame);
  });
  const { coaching_notes: _, monitoring_guidance: __, ...rest } = frame.own;
  const overview = { ...rest, weekly_overview: weekly };
  return mayStand(draft.notes, new Set([frame.own.total_weeks, frame.rider.ftpWatts]))
    ? { ...overview, coaching_notes: draft.notes }
    : overview;
}

function faultsOf(
  draft: Draft & { problems: readonly string[] },
  frame: SeasonFrame,
  judge: ProposePorts["judge"],
): string[] {
  const total = frame.limits.length;
  const faults = [...draft.problems];
  if (draft.weeks.length !== total)
    faults.push(`weeks: expected ${String(total)} entries, got ${String(draft.weeks.length)}`);
  frame.limits.forEach((limits, i) => {
    const week = draft.weeks[i];
    if (week !== undefined) faults.push(...frameFaults(week, limits, `weeks[${String(i)}]`));
  });
  if (faults.length > 0) return faults;
  return judge(overviewOf(draft, frame, new Set())).map(wordsOf);
}

const repairRequest = (faults: readonly string[]): string =>
  `Your JSON failed ${String(faults.length)} check${faults.length === 1 ? "" : "s"}:\n${faults
    .slice(0, MOST_FAULTS)
    .map((fault) => `- ${cleanLine(fault, 200)}`)
    .join("\n")}\nReturn the complete corrected JSON only.`;

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
    const findings = judge(overview);
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
  let messages: readonly Message[] = [{ role: "user", content: brief }];
  let [usage, retries, isLonger] = [NO_USAGE, 0, false];
  let draft: Draft | undefined;
  let faults: readonly string[] = [];
  let round = 0;
  for (; round <= repairs; round++) {
    const answer = await ask(messages, isLonger);
    usage = addUsage(usage, answer.usage);
    retries += answer.retries;
    if (answer.stop === "refusal") {
      faults = [`the model refused: ${cleanLine(answer.explanation ?? "it gave no reason", 160)}`];
      break;
    }
    isLonger = answer.stop === "length";
    const value = isLonger ? undefined : extractJson(answer.text);
    if (value === undefined)
      faults = [
        isLonger
          ? "the answer was cut at the limit of its tokens; be shorter"
          : "the answer holds no whole JSON object",
      ];
    else {
      const read = readOverview(value);
      if (read.weeks.some((week) => week !== undefined)) draft = read;
      faults = faultsOf(read, frame, judge);
      if (faults.length === 0)
        return { overview: overviewOf(read, frame, new Set()), takenOver: [], repairs: round, retries, usage, faults };
    }
    const said = faults.filter((fault) => !UNSAID.some((rule) => fault.includes(`(${rule})`)));
    messages = [
      { role: "user", content: brief },
      { role: "assistant", content: answer.text.slice(0, MOST_ECHO) || "{}" },
      { role: "user", content: repairRequest(said) },
    ];
  }
  const asked = { repairs: Math.min(round, repairs), retries, usage, faults };
  const result = draft === undefined ? undefined : settled(draft, frame, judge);
  const all = frame.limits.map((_, i) => i + 1);
  return result === undefined
    ? { ...asked, overview: undefined, takenOver: all }
    : { ...asked, overview: result.overview, takenOver: [...result.takenOver].sort((a, b) => a - b) };
}
