import { cleanLine } from "../base/text.ts";
import { momentText } from "../plan/measures.ts";
import { hanging, wrap } from "./columns.ts";
import { finish, type Page } from "./page.ts";
import { table } from "./table.ts";

/** One run as its page shows it. */
export interface ShownRun {
  readonly jobId: string | null;
  readonly planId: string;
  readonly directory: string;
  readonly state: string;
  /** The week that is being made, 1 is the first; null where nothing is being made. */
  readonly week: number | null;
  readonly weeksDone: number;
  readonly weeksTotal: number;
  readonly message: string;
  /** What to do next; null where nothing is wrong. */
  readonly remedy: string | null;
  readonly createdAt: string | null;
  readonly completedAt: string | null;
  /** The file that holds the log, or undefined where none is there. */
  readonly log: string | undefined;
}

const moment = (text: string | null, { measures }: Page): string =>
  text === null ? "-" : momentText(cleanLine(text, 40), measures);

/** `running, week 5 of 12` */
function standing({ state, week, weeksDone, weeksTotal }: ShownRun): string {
  if (week !== null) return `${state}, week ${week} of ${weeksTotal}`;
  if (state === "interrupted") return `${state}, ${weeksDone} of ${weeksTotal} weeks on disk`;
  return state === "completed" ? `${state}, ${weeksTotal} weeks` : state;
}

/** Everything that is known of one run. */
export function runPage(run: ShownRun, page: Page): string[] {
  const colour = run.state === "failed" || run.state === "unreadable" ? page.paint.bad : page.paint.warn;
  const isWell = run.remedy === null;
  const head = `Job ${run.jobId ?? "unknown"}: ${standing(run)}`;
  const line = (mark: string, text: string): string[] => hanging(mark, text, page.width);
  return finish(
    [
      ...wrap(head, page.width).map(isWell ? page.paint.heading : colour),
      ...line("Plan    ", `${run.planId} in ${run.directory}`),
      ...line("Begun   ", moment(run.createdAt, page)),
      ...(run.completedAt === null ? [] : line("Ended   ", moment(run.completedAt, page))),
      ...line("Says    ", run.message),
      ...(run.remedy === null ? [] : line("Do      ", run.remedy)),
      // A path in two lines could not be copied.
      `Log     ${run.log ?? "none was kept"}`,
    ],
    page,
  );
}

const COLUMNS = [
  { title: "job", align: "left" },
  { title: "plan", align: "left" },
  { title: "status", align: "left" },
] as const;

/** One line for each run. */
export function runsPage(runs: readonly ShownRun[], page: Page): string[] {
  const rows = runs.map((run) => [run.jobId ?? "-", run.planId, standing(run)]);
  const open = runs.filter(({ remedy }) => remedy !== null);
  const [first] = open;
  const more =
    first === undefined
      ? []
      : ["", ...wrap(`More about one: cycling-plan status ${first.jobId ?? first.planId}`, page.width)];
  return [...table(COLUMNS, rows, page), ...finish(more, page)];
}
