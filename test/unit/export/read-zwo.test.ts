import { describe, expect, it } from "vitest";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";
import type { Fix, ReadWorkout } from "../../../src/export/read-outcome.ts";
import type { Segment } from "../../../src/workout/segment.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string): ReadWorkout => readWorkoutFile("folder/My ride.zwo", bytes(text));
const file = (steps: string, head = ""): string =>
  `<workout_file>\n<name>A ride</name>\n${head}<workout>\n${steps}\n</workout>\n</workout_file>\n`;

/** Segments and fixes of a file whose steps begin on line 4. */
function steps(text: string): { segments: readonly Segment[]; fixes: readonly Fix[] } {
  const result = read(file(text));
  if (result.kind === "refused") throw new Error(`${String(result.line)}: ${result.message}`);
  return { segments: result.workout.segments, fixes: result.fixes };
}

const refusal = (text: string): unknown => {
  const result = read(text);
  return result.kind === "refused" ? { line: result.line, message: result.message } : "read";
};

describe("a ZWO file", () => {
  it("is read in the order of its steps", () => {
    const { segments, fixes } = steps(`
      <Warmup Duration="600" PowerLow="0.45" PowerHigh="0.75"><textevent timeoffset="0" message="Start &amp; smile"/></Warmup>
      <SteadyState Duration="300" Power="0.9" Cadence="85"/>
      <IntervalsT Repeat="3" OnDuration="60" OffDuration="90" OnPower="1.2" OffPower="0.5"/>
      <SteadyState Duration="300" Power="0.6"/>
      <Ramp Duration="120" PowerLow="0.9" PowerHigh="0.6"/>
      <Cooldown Duration="600" PowerLow="0.6" PowerHigh="0.4"/>`);
    expect(segments).toEqual([
      { kind: "warmup", seconds: 600, low: 0.45, high: 0.75, description: "Start & smile" },
      { kind: "steady", seconds: 300, low: 0.9, high: 0.9, description: "", cadence: { low: 85, high: 85 } },
      {
        kind: "interval",
        sets: 3,
        work: { seconds: 60, low: 1.2, high: 1.2 },
        rest: { seconds: 90, low: 0.5, high: 0.5 },
        description: "",
      },
      { kind: "steady", seconds: 300, low: 0.6, high: 0.6, description: "" },
      { kind: "ramp", seconds: 120, start: 0.9, end: 0.6, description: "" },
      { kind: "cooldown", seconds: 600, low: 0.4, high: 0.6, description: "" },
    ]);
    expect(fixes).toEqual([]);
  });

  it("has its name, or that of the file, and its description with entities read once", () => {
    const named = read(file('<FreeRide Duration="60"/>', "<description>a &amp;amp; b\nc</description>\n"));
    expect(named).toMatchObject({
      kind: "read",
      workout: { format: "zwo", name: "A ride", description: "a &amp; b\nc" },
    });
    const nameless = read('<workout_file><workout><FreeRide Duration="60"/></workout></workout_file>');
    expect(nameless).toMatchObject({ workout: { name: "My ride" } });
  });

  it("trap: a cool-down that rises is turned round, a ramp and a warm-up never are", () => {
    const { segments, fixes } = steps(`<Cooldown Duration="60" PowerLow="0.4" PowerHigh="0.6"/>
<Ramp Duration="60" PowerLow="0.4" PowerHigh="0.6"/>
<Warmup Duration="60" PowerLow="0.6" PowerHigh="0.4"/>`);
    expect(segments).toEqual([
      { kind: "cooldown", seconds: 60, low: 0.4, high: 0.6, description: "" },
      { kind: "ramp", seconds: 60, start: 0.4, end: 0.6, description: "" },
      { kind: "ramp", seconds: 60, start: 0.6, end: 0.4, description: "" },
    ]);
    expect(fixes).toEqual([{ line: 4, message: "Cooldown rises: its two powers are taken the other way round" }]);
  });

  it("counts free rides, tests and all-out efforts, and says so with the line", () => {
    const { segments, fixes } = steps(`<FreeRide Duration="600" FlatRoad="1"/>
<Freeride Duration="1200" ftptest="1"/>
<MaxEffort Duration="15"/>
<FreeRide Duration="60" Power="0.7"/>`);
    expect(segments.map(({ kind }) => kind)).toEqual(["free", "steady", "steady", "steady"]);
    expect(segments.slice(1)).toMatchObject([{ low: 1 }, { low: 1.5 }, { low: 0.7 }]);
    expect(fixes.map(({ line }) => line)).toEqual([4, 5, 6, 7]);
  });

  it("rides a step without power free, and makes up none", () => {
    const { segments, fixes } = steps(`<SteadyState Duration="60"/>
<Warmup Duration="60"/>
<IntervalsT Repeat="2" OnDuration="30" OffDuration="60" OnPower="1.2"/>`);
    expect(segments.map(({ kind }) => kind)).toEqual(["free", "free", "steady", "free", "steady", "free"]);
    expect(fixes.map(({ line }) => line)).toEqual([4, 5, 6]);
  });

  it("reads the spellings of old files", () => {
    const { segments } = steps(`<SteadyState Duration="60.4" PowerLow="0.5" PowerHigh="0.7"/>
<SolidState Duration="60" Power=".55"/>
<IntervalsT Repeat="2" OnDuration="30" OffDuration="0" PowerOnLow="1.1" PowerOnHigh="1.2" PowerOffLow="0.5" PowerOffHigh="0.5"/>
<SteadyState Duration="60" Zone="3"/>
<SteadyState Duration="60" Power="0.6"><TextEvent timeoffset="0" mssage="Hi"/><textevent message="Hi"/><textevent message="you"/></SteadyState>`);
    expect(segments).toEqual([
      { kind: "steady", seconds: 60, low: 0.6, high: 0.6, description: "" },
      { kind: "steady", seconds: 60, low: 0.55, high: 0.55, description: "" },
      { kind: "interval", sets: 2, work: { seconds: 30, low: 1.15, high: 1.15 }, description: "" },
      { kind: "steady", seconds: 60, low: 0.825, high: 0.825, description: "" },
      { kind: "steady", seconds: 60, low: 0.6, high: 0.6, description: "Hi you" },
    ]);
  });

  it("leaves out what lasts no time", () => {
    const { segments, fixes } = steps(
      `<SteadyState Duration="0" Power="0.5"/>\n<SteadyState Duration="60" Power="0.5"/>`,
    );
    expect(segments).toHaveLength(1);
    expect(fixes).toEqual([{ line: 4, message: "SteadyState: it lasts no time and is left out" }]);
  });

  it.each([
    ["no XML", "Duration=60", { line: 1 }],
    [
      "an ampersand of its own",
      file('<SteadyState Duration="60" Power="1"/>', "<author>A & B</author>\n"),
      { line: 3 },
    ],
    ["a raw < in an attribute", file('\n<SteadyState Duration="60" Power="1" name="< 60"/>'), { line: 5 }],
    [
      "an entity that nobody defined",
      file('<SteadyState Duration="60" Power="1"/>', "<description>&nbsp;</description>"),
      { line: 3 },
    ],
    ["an entity that grows", `<!DOCTYPE a [<!ENTITY b "c">]>\n${file("", "<author>&b;</author>")}`, { line: 4 }],
    ["tags that do not match", "<workout_file>\n<workout>\n</workout_file>", { line: 3 }],
    ["an end too early", file('<SteadyState Duration="60" Power="0.5"/>').slice(0, 60), {}],
    ["another root", "<gpx/>", { line: 1, message: "its first element is gpx, not workout_file" }],
    [
      "a step that does not exist",
      file('<Sprint Duration="60"/>'),
      { line: 4, message: "Sprint is no step of a workout" },
    ],
    [
      "a name of every object",
      file('<constructor Duration="60"/>'),
      { line: 4, message: "constructor is no step of a workout" },
    ],
    ["no length", file('<SteadyState Power="1"/>'), { line: 4, message: "SteadyState has no Duration" }],
    [
      "a length in words",
      file('<SteadyState Duration="ten" Power="1"/>'),
      { line: 4, message: 'Duration "ten" is no number' },
    ],
    [
      "a decimal comma",
      file('<SteadyState Duration="60" Power="0,75"/>'),
      { line: 4, message: 'Power "0,75" is no number' },
    ],
    [
      "percent instead of a fraction",
      file('<SteadyState Duration="60" Power="75"/>'),
      { line: 4, message: "Power 75 is not between 0 and 8" },
    ],
    ["a huge number", file('<SteadyState Duration="1e309" Power="1"/>'), { line: 4 }],
    ["a negative number", file('<SteadyState Duration="-5" Power="1"/>'), { line: 4 }],
    [
      "more than the longest event",
      file('<SteadyState Duration="150000" Power="0.5"/>\n<SteadyState Duration="150000" Power="0.5"/>'),
      { line: 5 },
    ],
    [
      "a run",
      file('<SteadyState Duration="60" Power="1"/>', "<sportType>run</sportType>\n"),
      { line: 3, message: "it is for another sport: run" },
    ],
    ["metres", file('<SteadyState Duration="60" Power="1"/>', "<durationType>distance</durationType>\n"), { line: 3 }],
    ["no workout", "<workout_file>\n</workout_file>", { line: 1, message: "it holds no workout" }],
    [
      "two workouts",
      "<workout_file>\n<workout/>\n<workout/>\n</workout_file>",
      { line: 3, message: "it holds two workouts" },
    ],
    ["a rest day", file("<RestDay/>"), { line: 3, message: "it holds no step" }],
    ["nothing", "", { line: 1, message: "it is empty" }],
    ["deep nesting", "<a>\n".repeat(100_000), { line: 21, message: "elements are nested deeper than 20 levels" }],
    [
      "too many elements",
      file("<textevent/>\n".repeat(20_001)),
      { message: "it has more than 20000 elements and comments" },
    ],
    [
      "too many steps",
      file('<SteadyState Duration="1" Power="1"/>\n'.repeat(501)),
      { message: "it has more than 500 steps" },
    ],
  ])("with %s is refused with its line", (_, text, expected) => {
    expect(refusal(text)).toMatchObject(expected);
    expect(refusal(text)).toMatchObject({ line: expect.any(Number) as number });
  });

  it("is read in the encodings that programs write", () => {
    const text = file('<SteadyState Duration="60" Power="0.5"/>').replace("A ride", "Über");
    const utf16 = Buffer.from(`\ufeff${text}`, "utf16le");
    const latin = Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${text}`, "latin1");
    for (const each of [bytes(`\ufeff${text}`), utf16, Buffer.from(utf16).swap16(), latin])
      expect(readWorkoutFile("x.zwo", each)).toMatchObject({ kind: "read", workout: { name: "Über" } });
  });

  it("that says no encoding and is not UTF-8 is read as Windows-1252, and that is said", () => {
    const text = file('<SteadyState Duration="60" Power="0.5"/>').replace("A ride", "Don@t stop");
    const windows = Uint8Array.from(Buffer.from(text, "latin1"), (byte) => (byte === 0x40 ? 0x92 : byte));
    expect(readWorkoutFile("x.zwo", windows)).toMatchObject({
      kind: "read",
      workout: { name: "Don’t stop" },
      fixes: [{ line: 2, message: "it says no encoding and is not UTF-8: its letters are read as Windows-1252" }],
    });
    const course = Buffer.from("[COURSE HEADER]\nDESCRIPTION = Über\nMINUTES PERCENT\n[END COURSE HEADER]\n[COURSE DATA]\n0 50\n5 50\n[END COURSE DATA]\n", "latin1"); // prettier-ignore
    expect(readWorkoutFile("x.mrc", course)).toMatchObject({ kind: "read", workout: { name: "Über" } });
  });

  it.each([
    ["says that it is UTF-8 and is not", '<?xml version="1.0" encoding="UTF-8"?>', 0xfc],
    ["holds a byte that Windows-1252 has no letter for", "", 0x81],
    ["holds what no text holds", "\u0001", 0xfc],
  ])("that %s is refused with its line", (_, head, byte) => {
    const text = `${head}${file('<SteadyState Duration="60" Power="0.5"/>').replace("A ride", "@ber")}`;
    const bad = Uint8Array.from(Buffer.from(text, "latin1"), (one) => (one === 0x40 ? byte : one));
    expect(readWorkoutFile("x.zwo", bad)).toEqual({ kind: "refused", line: 2, message: "this is not UTF-8 text" });
  });

  it("of more than 2 MB, or of another kind, is refused before it is read", () => {
    expect(readWorkoutFile("x.zwo", new Uint8Array(3 * 1024 * 1024))).toMatchObject({ kind: "refused", line: 1 });
    expect(readWorkoutFile("x.tcx", bytes(""))).toMatchObject({ kind: "refused" });
    expect(readWorkoutFile("zwo", bytes(""))).toMatchObject({ kind: "refused" });
    expect(readWorkoutFile("X.ZWO", bytes(file('<FreeRide Duration="60"/>')))).toMatchObject({ kind: "read" });
  });
});
