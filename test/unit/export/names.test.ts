import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../../src/base/text.ts";
import { exportPlan } from "../../../src/export/export-plan.ts";
import { FORMAT_IDS } from "../../../src/export/format.ts";
import { seasonOf } from "../../../src/export/session.ts";
import { stepsOf } from "../../../src/workout/expand.ts";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";
import { intervals, steady } from "../../support/a-plan.ts";
import { planWith } from "./a-ride.ts";
import { garmin, textOf } from "./read-back.ts";
import { xmlComplaints } from "./validate-xml.ts";

const NAMES: readonly (readonly [what: string, name: string])[] = [
  ["emoji", "Climb 🚴‍♀️🏔️ hard"],
  ["quotes", `"Double" 'single' « and » ’`],
  ["slashes", "a/b\\c/../..\\d:e*f?g|h<i>j"],
  ["line breaks", "one\ntwo\r\nthree\u2028four"],
  ["the end of a CDATA section", "a ]]> b <![CDATA[ c ]]>"],
  ["right-to-left text", "תרגיל קשה \u202eevil\u202c"],
  ["5,000 characters", "Ride on. ".repeat(556).slice(0, 5000)],
  ["5,000 characters without a blank", "x".repeat(5000)],
  ["control characters", "a\u0000b\u0007c\u001b[31md\u009be\ufffe\uffff"],
  ["lone surrogates", "a\ud800b\udc00c"],
  ["entities", "&amp; &lt; &#x26; & < > &nbsp;"],
  ["markup", "<b>x</b> **y** [z](https://example.org) | `w`"],
  ["a formula", '=HYPERLINK("https://example.org")'],
  ["nothing", ""],
  ["blanks", "   "],
  ["a device of Windows", "CON"],
];

/** A plan whose every text is the name. */
const planNamed = (name: string) =>
  planWith({
    name,
    description: name,
    segments: [
      { ...steady(10, 65), description: name },
      { ...intervals, description: name },
    ],
  });

const filesOf = (name: string) => exportPlan(planNamed(name), { formats: FORMAT_IDS });
const seconds = stepsOf({ segments: [steady(10, 65), intervals] }).reduce((sum, step) => sum + step.seconds, 0);

describe.each(NAMES)("a name with %s", (_, name) => {
  const files = filesOf(name);
  const one = (ending: string) => files.find(({ path }) => path.endsWith(ending))!;

  it("has file names of plain ASCII that every system takes", () => {
    for (const { path } of files) {
      expect(path).toMatch(/^(?:week-\d\d\/)?[a-z0-9][a-z0-9-]*\.[a-z]+$/);
      expect(path.length).toBeLessThan(100);
    }
    expect(new Set(files.map(({ path }) => path)).size).toBe(files.length);
  });

  it("comes back from ZWO as it was, whatever it holds", () => {
    const read = readWorkoutFile("x.zwo", one(".zwo").bytes);
    if (read.kind === "refused") throw new Error(read.message);
    expect(read.workout.description).toContain(
      cleanText(name)
        .replace(/[\ufffe\uffff]/g, "")
        .trim(),
    );
    expect(read.workout.name).toMatch(/^W01D2 [ -~]+$/);
  });

  it("leaves ERG, MRC and FIT whole", () => {
    for (const ending of [".erg", ".mrc", ".fit"]) {
      const read = readWorkoutFile(`x${ending}`, one(ending).bytes);
      expect(read.kind === "read" ? "read" : read.message).toBe("read");
    }
    const { steps } = garmin(one(".fit").bytes);
    expect(steps).toHaveLength(4);
  });

  it("leaves the calendar one entry, in both parsers", () => {
    const text = textOf(one(".ics"));
    const calendar = new ICAL.Component(ICAL.parse(text) as never);
    expect(calendar.getAllSubcomponents("vevent")).toHaveLength(1);
    expect(Object.values(nodeIcal.sync.parseICS(text)).filter((entry) => entry?.type === "VEVENT")).toHaveLength(1);
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it("leaves the upload for intervals.icu JSON with the steps in it", () => {
    const entries = JSON.parse(textOf(one(".json"))) as { description: string; moving_time: number }[];
    expect(entries).toHaveLength(2);
    expect(entries[1]!.moving_time).toBe(seconds);
    expect(entries[1]!.description.match(/^- /gm)).toHaveLength(3);
  });

  it("leaves the spreadsheet a row for each day", () => {
    const rows = textOf(one(".csv")).trimEnd().split("\r\n");
    expect(rows).toHaveLength(1 + 7);
    expect(rows.every((row) => !row.includes("\n"))).toBe(true);
  });

  it("holds no character that turns text round, hides it or ends it", () => {
    for (const file of files.filter(({ format }) => format !== "fit"))
      expect(textOf(file)).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202a-\u202e]/); // eslint-disable-line no-control-regex -- these are looked for
  });
});

it("leaves every ZWO valid", async () => {
  const files = NAMES.map(([what, name]) => ({ path: what, text: textOf(filesOf(name)[0]!) }));
  expect(await xmlComplaints(files)).toEqual([]);
});

it("keeps what a name says, once escaped, in every format that has it", () => {
  const name = 'A & B <c> "d"';
  const files = filesOf(name);
  const text = (ending: string) => textOf(files.find(({ path }) => path.endsWith(ending))!);
  expect(text(".zwo")).toContain("<name>W01D2 A &amp; B &lt;c&gt; &quot;d&quot;</name>");
  expect(text(".ics")).toContain('SUMMARY:A & B <c> "d" (1 h 10)');
  expect(text(".csv")).toContain('"A & B <c> ""d"""');
  expect((JSON.parse(text(".json")) as { name: string }[])[1]!.name).toBe(name);
  const read = readWorkoutFile("x.zwo", files.find(({ path }) => path.endsWith(".zwo"))!.bytes);
  expect(read.kind === "read" && read.workout.name).toBe(`W01D2 ${name}`);
});

it("gives two sessions of one name on one day two files", () => {
  const plan = planNamed("Twice");
  const day = plan.training_plan.weekly_plan[0]!.workouts;
  day.splice(2, 0, { ...day[1]!, name: "TWICE!" });
  const paths = exportPlan(plan, { formats: ["zwo"] }).map(({ path }) => path);
  expect(paths).toEqual(["week-01/2026-12-08-tue-twice.zwo", "week-01/2026-12-08-tue-twice-2.zwo"]);
  expect(
    seasonOf(plan, {})
      .sessions.filter(({ steps }) => steps.length > 0)
      .map(({ id }) => id),
  ).toEqual(["a-plan-w01d2", "a-plan-w01d2-2"]);
});
