import { describe, expect, it } from "vitest";
import { committed, listCases, listRecorded, record } from "../../scripts/recordings.mjs";

describe("what the program prints and writes", () => {
  it("was recorded for every case, and for nothing else", () => {
    const recorded = listRecorded();
    expect(recorded).toEqual(listCases());
  });

  it.each(listCases())("%s is as recorded (npm run fixtures)", (name) => {
    const before = committed(name);
    const now = record(name);
    expect([...now.keys()].sort()).toEqual([...before.keys()].sort());
    for (const [file, bytes] of now) {
      // Text is shown as a difference; bytes of other formats only as unequal.
      const isText = /\.(txt|jsonl?|csv|md|zwo|ics|html|erg|mrc)$/.test(file);
      if (isText) expect(bytes.toString("utf8"), file).toBe(before.get(file)?.toString("utf8"));
      else expect(bytes.equals(before.get(file) ?? Buffer.alloc(0)), file).toBe(true);
    }
  });
});
