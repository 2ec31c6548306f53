import { daysBetween, type CalendarDate } from "../../base/calendar.ts";
import type { Done, Step } from "../../plan/change-schema.ts";
import type { TrainingPlan } from "../../plan/schema.ts";
import type { Workout } from "../../workout/schema.ts";
import { testKindOf } from "../review/test-kind.ts";
import type { Matched, Matching } from "../review/match.ts";

/** Days after which nobody asks for the result of a test any more. */
const RECENT = 7;

/** A test that was ridden, as far as we know, and whose result the plan does not have. */
export interface OpenTest {
  readonly session: Workout;
  /** As `change test` takes it. */
  readonly kind: "20min" | "ramp";
  /** The watts that its recording shows. */
  readonly best: number | undefined;
}

/** A test that nobody spoke of is asked about while no other ride came after it; then the question is that ride. */
function mayBeRidden({ status, session }: Matched, sessions: readonly Matched[], today: CalendarDate): boolean {
  if (status !== "not_known") return status === "done";
  return !sessions.some((one) => one.session.date > session.date && one.session.date < today);
}

/** What is known of a plan on a day. */
export interface KnownDays {
  readonly today: CalendarDate;
  readonly matching: Matching;
  readonly done: readonly Done[];
  /** The changes of the plan; left out where nobody asks for them. */
  readonly steps?: readonly Step[];
  /** How a command names the plan. */
  readonly planFlag?: string;
}

/** How a result is noted beside the plan, whatever the plan does with it. */
export const resultWords = (kind: OpenTest["kind"], watts: number): string => `test ${kind} ${watts}`;

/** The last test whose result is still open. */
export function openTest(plan: TrainingPlan, { matching: { sessions }, done, today }: KnownDays): OpenTest | undefined {
  const { current_ftp: ftp, ftp_changes: changes = [] } = plan.plan_metadata;
  const test = sessions.findLast(({ session }) => session.role === "test" && session.date <= today);
  const kind = test === undefined ? undefined : testKindOf(test.session);
  if (test === undefined || kind === undefined || ftp === undefined) return undefined;
  const { date } = test.session;
  if (!mayBeRidden(test, sessions, today) || daysBetween(date, today) > RECENT) return undefined;
  const isTold = done.some(({ day, words }) => day === date && words?.startsWith("test ") === true);
  if (isTold || changes.some(({ from }) => from >= date)) return undefined;
  const best =
    kind === "20min" ? test.rides.find(({ best20Watts }) => best20Watts !== undefined)?.best20Watts : undefined;
  return { session: test.session, kind, best: best === undefined ? undefined : Math.round(best) };
}
