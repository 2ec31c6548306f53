import { cleanLine } from "../base/text.ts";
import { roundTo } from "../base/numbers.ts";
import {
  checkSegments,
  LIMITS,
  Refusal,
  TOO_LONG,
  type FileWorkout,
  type Fix,
  type ReadOptions,
} from "./read-outcome.ts";
import { segmentsOf, type Stretch } from "./read-stretches.ts";

type Unit = "WATTS" | "PERCENT";

interface Point {
  readonly line: number;
  readonly seconds: number;
  readonly value: number;
}

interface CourseText {
  readonly seconds: number;
  readonly text: string;
}

/** What the sections of a file hold, before it is known what the numbers mean. */
interface Course {
  readonly header: Map<string, string>;
  readonly unit: Unit;
  readonly unitLine: number;
  readonly points: readonly Point[];
  readonly texts: readonly CourseText[];
}

const SECTION = /^\[\s*(END\s+)?(COURSE HEADER|COURSE DATA|COURSE TEXT)\s*\]$/i;
const UNIT = /^MINUTES\s+(WATTS|PERCENT|FTP)/i;
const NUMBER = /^\d+(?:\.\d*)?$|^\.\d+$/;
const MOST_LINES = 20_000;

function pointOf(text: string, line: number): Point {
  const columns = text.split(/[\s]+/);
  const [minutes = "", value = "", ...others] = columns;
  if (others.length > 0) throw new Refusal("a third number makes a climb of this line, not a step", line);
  if (!NUMBER.test(minutes) || !NUMBER.test(value)) {
    const isComma = /\d,\d/.test(text);
    throw new Refusal(isComma ? "a comma stands where a point should" : "expected minutes and a power", line);
  }
  const seconds = Math.round(Number(minutes) * 60);
  if (seconds > LIMITS.seconds) throw new Refusal(TOO_LONG, line);
  return { line, seconds, value: Number(value) };
}

function textOf(text: string, line: number): CourseText {
  const [offset = "", words = ""] = text.split("\t");
  if (!NUMBER.test(offset.trim())) throw new Refusal("expected seconds and a text", line);
  return { seconds: Number(offset), text: cleanLine(words, LIMITS.segmentCharacters) };
}

/** Lines by section. The closing mark of the data must be there: without it the file was cut off. */
function sectionsOf(source: string): Course {
  const lines = source.split(/\r\n|\n|\r/);
  if (lines.length > MOST_LINES) throw new Refusal(`it has more than ${MOST_LINES} lines`, MOST_LINES + 1);
  const header = new Map<string, string>();
  const points: Point[] = [];
  const texts: CourseText[] = [];
  let section = "";
  let unit: { name: Unit; line: number } | undefined;
  let isComplete = false;
  for (const [index, raw] of lines.entries()) {
    const line = index + 1;
    const text = raw.trim();
    if (text === "") continue;
    const mark = SECTION.exec(text);
    if (mark !== null) {
      const name = (mark[2] ?? "").toUpperCase();
      isComplete ||= mark[1] !== undefined && name === "COURSE DATA";
      section = mark[1] === undefined ? name : "";
    } else if (section === "COURSE DATA") points.push(pointOf(text, line));
    else if (section === "COURSE TEXT") texts.push(textOf(text, line));
    else if (section === "COURSE HEADER") {
      const found = UNIT.exec(text);
      // "MINUTES FTP" holds percent, too.
      if (found) unit = { name: found[1]?.toUpperCase() === "WATTS" ? "WATTS" : "PERCENT", line };
      else header.set((text.split("=")[0] ?? "").trim().toUpperCase(), text.slice(text.indexOf("=") + 1).trim());
    }
  }
  if (!isComplete) throw new Refusal("the mark [END COURSE DATA] is missing: the file was cut off", lines.length);
  if (unit === undefined) throw new Refusal("the line MINUTES WATTS or MINUTES PERCENT is missing", 1);
  return { header, unit: unit.name, unitLine: unit.line, points, texts };
}

/** What a value means as a fraction of FTP. */
function scaleOf({ unit, unitLine, header }: Course, options: ReadOptions): number {
  if (unit === "PERCENT") return 100;
  const own = Number(header.get("FTP"));
  const ftp = own > 0 && own < 2000 ? own : options.ftpWatts;
  if (ftp === undefined) throw new Refusal("it is in watts and does not say of which FTP", unitLine);
  return ftp;
}

/** The text that stands at the start of a stretch. */
const wordsAt = (texts: readonly CourseText[], from: number, to: number): string =>
  cleanLine(
    texts
      .filter(({ seconds }) => seconds >= from && seconds < to)
      .map(({ text }) => text)
      .join(" "),
    LIMITS.segmentCharacters,
  );

function stretchesOf({ points, texts }: Course, scale: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [index, point] of points.entries()) {
    const power = point.value / scale;
    if (power > LIMITS.power) throw new Refusal(`${point.value} is more than eight times FTP`, point.line);
    const before = points[index - 1];
    if (before === undefined) continue;
    if (point.seconds < before.seconds) throw new Refusal("the time runs backwards", point.line);
    if (point.seconds === before.seconds) continue;
    if (stretches.length === LIMITS.segments)
      throw new Refusal(`it has more than ${LIMITS.segments} steps`, point.line);
    const description = wordsAt(texts, before.seconds, point.seconds);
    stretches.push({
      seconds: point.seconds - before.seconds,
      power: { start: before.value / scale, end: power },
      description,
    });
  }
  return stretches;
}

/** An ERG or MRC file as a workout. Throws Refusal with the line. */
export function readCourse(
  source: string,
  of: { readonly format: "erg" | "mrc"; readonly fileName: string; readonly options: ReadOptions },
): { workout: FileWorkout; fixes: Fix[] } {
  const course = sectionsOf(source);
  const [first] = course.points;
  const fixes: Fix[] = [];
  if (first !== undefined && first.seconds > 0)
    fixes.push({
      line: first.line,
      message: `it begins at minute ${roundTo(first.seconds / 60, 2)}: read from there`,
    });
  const stretches = stretchesOf(course, scaleOf(course, of.options));
  const segments = segmentsOf(stretches);
  checkSegments(
    segments,
    stretches.reduce((sum, { seconds }) => sum + seconds, 0),
  );
  const description = cleanLine(course.header.get("DESCRIPTION") ?? "");
  return {
    workout: { format: of.format, name: description || of.fileName, description, segments },
    fixes,
  };
}
