import { describe, expect, it } from "vitest";
import { parseRequest } from "../../../src/athlete/parse-request.ts";
import { PlanError } from "../../../src/base/errors.ts";

const RIDER = { ftp: 250, experience: "intermediate", hours: 8, days: "tue,thu,sat", weeks: 12 };

/** What a request with these flags is refused for; empty where it is taken. */
function refusal(flags: Readonly<Record<string, unknown>>): string {
  try {
    parseRequest({ flags: { ...RIDER, ...flags } }, "2026-12-01");
    return "";
  } catch (error) {
    if (error instanceof PlanError) return error.message;
    throw error;
  }
}

describe("two terms that exclude each other are named together", () => {
  it.each([
    [{ longRide: "sun" }, /--long-ride.*Tuesday, Thursday and Saturday; add Sunday to --days/],
    [
      { longRide: "sat:180-240", minutes: "sat=120" },
      /--long-ride.*120 minutes of your Saturday; give Saturday more in --minutes/,
    ],
    [
      { longRide: "sat:120-240", indoor: "sat=90" },
      /--long-ride.*90 minutes of your Saturday; give it more time in --indoor/,
    ],
    [{ longRide: "sat:600-660" }, /--long-ride.*your 8 h a week/],
    [{ strengthDays: "wed", strength: 0 }, /--strength-days.*0 strength sessions/],
  ])("%j", (flags, says) => {
    expect(refusal(flags)).toMatch(says);
  });

  it.each([
    { longRide: "sat:120-180", minutes: "sat=120" },
    { longRide: "sat:120-180", indoor: "tue=60" },
    { strengthDays: "wed", strength: 1 },
    { strengthDays: "wed" },
  ])("%j can be kept", (flags) => {
    expect(refusal(flags)).toBe("");
  });
});
