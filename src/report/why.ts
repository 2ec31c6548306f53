import type { CalendarDate, Weekday } from "../base/calendar.ts";
import type { Phase, PlanFile, Waiver, WeekType } from "../plan/schema.ts";
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

/** A page. With the titles of all rules by their ids it also tells numbers and rules. */
interface Shown extends Page {
  readonly titles: ReadonlyMap<string, string> | undefined;
}

const idsOf = (reasons: readonly Reason[]): string => [...new Set(reasons.map((reason) => reason.id))].join(", ");

const numbersText = ({ numbers = {} }: Reason): string =>
  Object.entries(numbers)
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${typeof value === "number" ? plainNumber(value, 2) : value}`)
    .join(", ");

/** A reason, and in full its numbers, its id and the rule of that name. */
function reasonLines(reason: Reason, page: Shown): string[] {
  const said = hanging("  • ", reason.text, page.width);
  if (page.titles === undefined) return said;
  // What is asked of every plan by the rule of this name; a reason may be no rule.
  const title = page.titles.get(reason.id) ?? "";
  const facts = [numbersText(reason), `[${reason.id}]`, title].filter((text) => text !== "").join(" ");
  return [...said, ...hanging("    ", facts, page.width).map(page.paint.quiet)];
}

const waiverLines = (waivers: readonly Waiver[], page: Shown): string[] =>
  waivers.length === 0
    ? []
    : [
        "",
        page.paint.heading("Rules that cannot hold here"),
        ...waivers.flatMap(({ message, reason, rule }) =>
          hanging(
            "  • ",
            `${message}. Why it stands: ${reason}${page.titles !== undefined ? ` [${rule}]` : ""}`,
            page.width,
          ),
        ),
      ];

const nothingStored = (isStored: boolean, page: Page): string[] => (isStored ? [] : ["", ...wrap(NOTHING, page.width)]);

function planLines({ plan, weeks, isStored }: WhyPlan, page: Shown): string[] {
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
    week.why.flatMap((reason) =>
      hanging(mark(week), `${once(week, reason)}${page.titles !== undefined ? ` [${reason.id}]` : ""}`, page.width),
    ),
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

function weekDayLines(day: WhyDay, said: Set<string>, page: Shown): string[] {
  const ids = idsOf(reasonsOf(day));
  const margin = " ".repeat(dayMargin);
  return [
    ...hanging(left(shortDay(day.date), dayMargin), daySentence(day, said), page.width),
    ...(ids === "" || page.titles === undefined ? [] : hanging(margin, `[${ids}]`, page.width).map(page.paint.quiet)),
  ];
}

function weekLines(why: WhyWeek, page: Shown): string[] {
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

function dayLines(why: WhyOneDay, page: Shown): string[] {
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
            ...wrap(
              page.titles !== undefined ? `${name} (${role === undefined ? type : `${type}, ${role}`})` : name,
              page.width,
            ),
            ...reasons.flatMap((reason) => reasonLines(reason, page)),
          ],
    ),
    ...(week.why.length === 0 ? [] : ["", "Its week", ...week.why.flatMap((reason) => reasonLines(reason, page))]),
    ...waiverLines(why.waivers, page),
    ...nothingStored(why.isStored, page),
  ];
}

/** Why a plan, a week or a day is as it is: what was decided and stored, in the rider's own words; with the titles of rules also its numbers and rules. */
export function whyPage(why: Why, page: Page, titles?: ReadonlyMap<string, string>): string[] {
  const shown = { ...page, titles };
  if (why.kind === "plan") return finish(planLines(why, shown), page);
  return finish(why.kind === "week" ? weekLines(why, shown) : dayLines(why, shown), page);
}
