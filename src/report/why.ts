import type { CalendarDate, Weekday } from "../base/calendar.ts";
import type { Phase, PlanFile, Waiver, WeekType } from "../plan/schema.ts";
import { RULES } from "../rules/catalogue.ts";
import { planView } from "../rules/view.ts";
import type { Reason, WorkoutRole, WorkoutType } from "../workout/schema.ts";
import { hanging, left, right, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { planHead, planReservations } from "./summary.ts";
import { dayMonth, fullDate, shortDay } from "../base/date-words.ts";
import { plainNumber } from "./units.ts";

/** One session of a day with the reasons that the plan stores for it. */
export interface WhySession {
  readonly name: string;
  readonly type: WorkoutType;
  readonly role: WorkoutRole | undefined;
  readonly why: readonly Reason[];
}

export interface WhyDay {
  readonly date: CalendarDate;
  readonly weekday: Weekday;
  /** What the day is in its week, from what is ridden: "your first hard day". */
  readonly is: string;
  readonly sessions: readonly WhySession[];
}

interface WeekHead {
  readonly week_number: number;
  readonly start_date: CalendarDate;
  readonly phase: Phase;
  readonly week_type: WeekType;
  readonly why: readonly Reason[];
}

export interface WhyPlan {
  readonly kind: "plan";
  readonly plan: PlanFile;
  readonly weeks: readonly WeekHead[];
  /** False where the file stores no reason at all. */
  readonly isStored: boolean;
}

export interface WhyWeek {
  readonly kind: "week";
  readonly totalWeeks: number;
  readonly week: WeekHead;
  readonly days: readonly WhyDay[];
  readonly waivers: readonly Waiver[];
  readonly isStored: boolean;
}

export interface WhyOneDay {
  readonly kind: "day";
  readonly totalWeeks: number;
  readonly week: WeekHead;
  readonly day: WhyDay;
  readonly waivers: readonly Waiver[];
  readonly isStored: boolean;
}

export type Why = WhyPlan | WhyWeek | WhyOneDay;

const NOTHING = "The file stores no reason here: nothing is made up in their place.";

const reasonsOf = (day: WhyDay): Reason[] => day.sessions.flatMap((session) => session.why);

/** `Tuesday is your first hard day: 48 h after Sunday's long ride; 75 min is your Tuesday.` What `said` holds is left out. */
export function daySentence(day: WhyDay, said: Set<string>): string {
  const reasons = reasonsOf(day)
    .map((reason) => reason.text.replace(/\.$/, ""))
    .filter((text) => !said.has(text));
  for (const text of reasons) said.add(text);
  return `${day.weekday} is ${day.is}${reasons.length === 0 ? "" : `: ${reasons.join("; ")}`}.`;
}

const idsOf = (reasons: readonly Reason[]): string => [...new Set(reasons.map((reason) => reason.id))].join(", ");

const numbersText = ({ numbers = {} }: Reason): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${typeof value === "number" ? plainNumber(value, 2) : value}`)
    .join(", ");

/** What is asked of every plan by the rule of this name; empty where the reason is no rule. */
const titleOf = (id: string): string => RULES.find((rule) => rule.id === id)?.title ?? "";

/** A reason with its numbers, its id and the rule of that name. */
function reasonLines(reason: Reason, page: Page): string[] {
  const title = titleOf(reason.id);
  const facts = [numbersText(reason), `[${reason.id}]`, title].filter((text) => text !== "").join(" ");
  return [...hanging("  • ", reason.text, page.width), ...hanging("    ", facts, page.width).map(page.paint.quiet)];
}

const waiverLines = (waivers: readonly Waiver[], page: Page): string[] =>
  waivers.length === 0
    ? []
    : [
        "",
        page.paint.heading("Rules that cannot hold here"),
        ...waivers.flatMap(({ message, reason, rule }) =>
          hanging("  • ", `${message}. Why it stands: ${reason} [${rule}]`, page.width),
        ),
      ];

const nothingStored = (isStored: boolean, page: Page): string[] => (isStored ? [] : ["", ...wrap(NOTHING, page.width)]);

function planLines({ plan, weeks, isStored }: WhyPlan, page: Page): string[] {
  const view = planView(plan.training_plan);
  const mark = (week: WeekHead): string =>
    `${right(String(week.week_number), 3)} ${right(dayMonth(week.start_date), 6)} ${left(week.week_type, 8)} `;
  // Where a text is short, to read it again is quicker than to look it up.
  const firstWeek = new Map<string, number>();
  const once = ({ week_number: number }: WeekHead, { text }: Reason): string => {
    const first = firstWeek.get(text);
    if (first === undefined && text.length > SHORT_REASON) firstWeek.set(text, number);
    return first === undefined ? text : `as in week ${first}`;
  };
  const lines = weeks.flatMap((week) =>
    week.why.flatMap((reason) => hanging(mark(week), `${once(week, reason)} [${reason.id}]`, page.width)),
  );
  return [
    ...planHead(view, page),
    ...planReservations(view, page),
    ...(lines.length === 0 ? [] : ["", page.paint.heading("What sets each week's hours"), ...lines]),
    ...nothingStored(isStored, page),
  ];
}

function weekTitle({ week, totalWeeks }: WhyWeek | WhyOneDay): string {
  const kind = week.week_type === week.phase ? week.phase : `${week.phase}, ${week.week_type}`;
  return `week ${week.week_number} of ${totalWeeks} (${kind})`;
}

/** Characters of a reason that stands again in each week, such as "7 of your 7 h". */
const SHORT_REASON = 20;

const dayMargin = 12;

function weekDayLines(day: WhyDay, said: Set<string>, page: Page): string[] {
  const ids = idsOf(reasonsOf(day));
  const margin = " ".repeat(dayMargin);
  return [
    ...hanging(left(shortDay(day.date), dayMargin), daySentence(day, said), page.width),
    ...(ids === "" ? [] : hanging(margin, `[${ids}]`, page.width).map(page.paint.quiet)),
  ];
}

function weekLines(why: WhyWeek, page: Page): string[] {
  const title = weekTitle(why);
  const said = new Set<string>();
  return [
    page.paint.heading(`${title.charAt(0).toUpperCase()}${title.slice(1)}, from ${fullDate(why.week.start_date)}`),
    ...why.week.why.flatMap((reason) => reasonLines(reason, page)),
    "",
    ...why.days.flatMap((day) => weekDayLines(day, said, page)),
    ...waiverLines(why.waivers, page),
    ...nothingStored(why.isStored, page),
  ];
}

function dayLines(why: WhyOneDay, page: Page): string[] {
  const { day, week } = why;
  return [
    page.paint.quiet(`${shortDay(day.date)} ${day.date.slice(0, 4)}, ${weekTitle(why)}`),
    // Its reasons stand below, each with its numbers.
    ...wrap(`${day.weekday} is ${day.is}.`, page.width).map(page.paint.heading),
    ...day.sessions.flatMap(({ name, type, role, why: reasons }) =>
      reasons.length === 0
        ? []
        : [
            "",
            ...wrap(`${name} (${role === undefined ? type : `${type}, ${role}`})`, page.width),
            ...reasons.flatMap((reason) => reasonLines(reason, page)),
          ],
    ),
    ...(week.why.length === 0 ? [] : ["", "Its week", ...week.why.flatMap((reason) => reasonLines(reason, page))]),
    ...waiverLines(why.waivers, page),
    ...nothingStored(why.isStored, page),
  ];
}

/** Why a plan, a week or a day is as it is: what was decided and stored, with the rider's own numbers. */
export function whyPage(why: Why, page: Page): string[] {
  if (why.kind === "plan") return finish(planLines(why, page), page);
  return finish(why.kind === "week" ? weekLines(why, page) : dayLines(why, page), page);
}
