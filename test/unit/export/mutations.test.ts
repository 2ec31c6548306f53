import { expect, it } from "vitest";
import { readWorkoutFile } from "../../../src/export/read-workout-file.ts";
import { segmentSchema } from "../../../src/workout/schema.ts";
import { secondsOfSegment, writeSegment } from "../../../src/workout/segment.ts";
import { draws } from "../../support/draws.ts";
import { damagedFile, sources } from "./damaged-files.ts";

const COUNT = draws({ few: 250, many: 2000 });

it(`trap: ${COUNT} damaged files are read or refused with their line, and none brings the reader down`, () => {
  const outcomes = { read: 0, refused: 0 };
  for (let i = 0; i < COUNT; i++) {
    const { name, format, bytes: damaged, what } = damagedFile(i);
    const result = readWorkoutFile(name, damaged, { ftpWatts: 265 });
    outcomes[result.kind] += 1;
    if (result.kind === "refused") {
      expect(result.message, what).not.toBe("");
      if (format !== "fit") expect(result.line, what).toBeGreaterThanOrEqual(1);
      const lines = Buffer.from(damaged)
        .toString("latin1")
        .split(/\r\n|\r|\n/).length;
      expect(result.line ?? 1, what).toBeLessThanOrEqual(lines + 1);
    } else {
      // What is read is a workout that a plan file may hold.
      const { segments } = result.workout;
      for (const segment of segments)
        expect(segmentSchema.safeParse(writeSegment(segment)).error, what).toBeUndefined();
      expect(
        segments.reduce((sum, segment) => sum + secondsOfSegment(segment), 0),
        what,
      ).toBeLessThanOrEqual(86_400);
    }
  }
  expect(outcomes.read).toBeGreaterThan(COUNT / 20);
  expect(outcomes.refused).toBeGreaterThan(COUNT / 2);
});

it("the files they are made of are read without a word", () => {
  for (const { path, bytes: whole } of sources) {
    const result = readWorkoutFile(path, whole, { ftpWatts: 265 });
    expect(result.kind).toBe("read");
    expect(result.kind === "read" && result.fixes.length).toBe(path.endsWith("zwo") || path.endsWith("fit") ? 1 : 0);
  }
});
