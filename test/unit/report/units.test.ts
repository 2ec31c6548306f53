import { describe, expect, it } from "vitest";
import { dayMonth, fullDate, shortDay } from "../../../src/base/date-words.ts";
import { counted, decimalHours, hoursMinutes, plainNumber, signed, span, stepTime } from "../../../src/report/units.ts";

describe("units", () => {
  it("writes days as riders say them", () => {
    expect(dayMonth("2026-12-07")).toBe("7 Dec");
    expect(fullDate("2026-12-07")).toBe("7 Dec 2026");
    expect(shortDay("2027-02-28")).toBe("Sun 28 Feb");
    expect(span("2026-12-07", "2026-12-13")).toBe("7 to 13 Dec");
    expect(span("2026-12-28", "2027-01-03")).toBe("28 Dec to 3 Jan");
    expect(span("2026-12-07", "2027-02-28", true)).toBe("7 Dec 2026 to 28 Feb 2027");
    expect(span("2026-12-07", "2026-12-13", true)).toBe("7 to 13 Dec 2026");
    expect(span("2026-12-07", "2026-12-07")).toBe("7 Dec");
  });

  it("writes time by its length", () => {
    expect(hoursMinutes(4800)).toBe("1:20");
    expect(hoursMinutes(3599)).toBe("1:00");
    expect(stepTime(40)).toBe("0:40");
    expect(stepTime(600)).toBe("10:00");
    expect(stepTime(5400)).toBe("1:30:00");
    expect(decimalHours(28_440)).toBe("7.9");
  });

  it("writes numbers without dust, and form with its sign", () => {
    expect(plainNumber(0.1 + 0.2)).toBe("0.3");
    expect(signed(12.4)).toBe("+12");
    expect(signed(-5)).toBe("-5");
    expect(signed(-0.2)).toBe("0");
    expect(counted(1, "week")).toBe("1 week");
    expect(counted(12, "week")).toBe("12 weeks");
  });
});
