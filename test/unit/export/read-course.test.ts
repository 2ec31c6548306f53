import { describe, expect, it } from "vitest";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const course = (data: string, unit = "MINUTES PERCENT", more = ""): string =>
  `[COURSE HEADER]\nVERSION = 2\nDESCRIPTION = A ride\n${unit}\n[END COURSE HEADER]\n[COURSE DATA]\n${data}\n[END COURSE DATA]\n${more}`;
const read = (text: string, name = "x.mrc", options = {}) => readWorkoutFile(name, bytes(text), options);

const DATA = "0.00\t45\n10.00\t75\n10.00\t98\n10.3333\t98\n10.3333\t60\n20.00\t40";

describe("an MRC or ERG file", () => {
  it("is read as the lines between its points", () => {
    expect(read(course(DATA))).toEqual({
      kind: "read",
      workout: {
        format: "mrc",
        name: "A ride",
        description: "A ride",
        segments: [
          { kind: "warmup", seconds: 600, low: 0.45, high: 0.75, description: "" },
          { kind: "steady", seconds: 20, low: 0.98, high: 0.98, description: "" },
          { kind: "cooldown", seconds: 580, low: 0.4, high: 0.6, description: "" },
        ],
      },
      fixes: [],
    });
  });

  it("may have a mark at its start, CRLF, no blanks, capitals and other spaces", () => {
    const text = `\ufeff${course(DATA.replaceAll("\t", "   ")).replaceAll("\n", "\r\n").replace(" = ", "=")}`;
    expect(read(text, "X.MRC")).toMatchObject({ kind: "read", workout: { segments: { length: 3 } } });
  });

  it("in watts needs the FTP that they are of: its own, or that of whoever reads it", () => {
    const watts = course("0\t200\n10\t200", "FTP = 250\nMINUTES WATTS");
    expect(read(watts, "x.erg")).toMatchObject({ workout: { segments: [{ low: 0.8 }] } });
    const without = course("0\t200\n10\t200", "MINUTES WATTS");
    expect(read(without, "x.erg", { ftpWatts: 200 })).toMatchObject({ workout: { segments: [{ low: 1 }] } });
    expect(read(without, "x.erg")).toEqual({
      kind: "refused",
      line: 4,
      message: "it is in watts and does not say of which FTP",
    });
    expect(read(course("0\t80\n10\t80", "MINUTES FTP"))).toMatchObject({ workout: { segments: [{ low: 0.8 }] } });
  });

  it("takes its texts for the steps they stand in", () => {
    const text = "[COURSE TEXT]\n0\tEasy\t10\n605\tHold = it\t10\n[END COURSE TEXT]\n";
    expect(read(course(DATA, undefined, text))).toMatchObject({
      workout: { segments: [{ description: "Easy" }, { description: "Hold = it" }, { description: "" }] },
    });
  });

  it.each([
    ["a decimal comma", course("0,00\t45\n10,00\t75"), 7, "a comma stands where a point should"],
    ["a third number", course("0\t45\t90\n10\t75\t90"), 7, "a third number makes a climb of this line, not a step"],
    ["a negative power", course("0\t45\n10\t-5"), 8, "expected minutes and a power"],
    ["words", course("0\t45\nten\t50"), 8, "expected minutes and a power"],
    ["time that runs backwards", course("0\t45\n10\t45\n5\t45"), 9, "the time runs backwards"],
    ["a huge number", course("0\t45\n99999999999999999999\t45"), 8, "it is longer than 80 hours"],
    ["watts that are called percent", course("0\t250\n10\t1250"), 8, "1250 is more than eight times FTP"],
    [
      "no end",
      course(DATA).split("\n[END COURSE DATA]")[0]!,
      12,
      "the mark [END COURSE DATA] is missing: the file was cut off",
    ],
    ["no unit", course(DATA, ""), 1, "the line MINUTES WATTS or MINUTES PERCENT is missing"],
    ["no step", course("0\t45"), 1, "it holds no step"],
    [
      "too many steps",
      course(Array.from({ length: 502 }, (_, i) => `${i}\t50`).join("\n")),
      508,
      "it has more than 500 steps",
    ],
    [
      "a text without a time",
      course(DATA, undefined, "[COURSE TEXT]\nEasy\n[END COURSE TEXT]"),
      15,
      "expected seconds and a text",
    ],
    ["too many lines", "\n".repeat(30_000) + "x", 20_001, "it has more than 20000 lines"],
  ])("with %s is refused with its line", (_, text, line, message) => {
    expect(read(text)).toEqual({ kind: "refused", line, message });
  });

  it("that begins later is read from there, and says so", () => {
    expect(read(course("5\t50\n10\t50"))).toMatchObject({
      workout: { segments: [{ seconds: 300 }] },
      fixes: [{ line: 7, message: "it begins at minute 5: read from there" }],
    });
  });
});
