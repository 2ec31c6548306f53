import { describe, expect, it } from "vitest";
import { readStartTimes } from "../../../src/export/read-start-times.ts";

const at = (hour: number, minute = 0): number => hour * 60 + minute;

describe("when sessions begin", () => {
  it.each([
    ["18:00", { daily: at(18) }],
    ["6pm", { daily: at(18) }],
    ["noon", { daily: at(12) }],
    ["18:00, sat 9:00", { daily: at(18), byWeekday: { Saturday: at(9) } }],
    ["sat=9:00;sun=10.30", { byWeekday: { Saturday: at(9), Sunday: at(10, 30) } }],
    ["tue,thu 6:30 pm, weekends 9:00", { byWeekday: { Tuesday: at(18, 30), Thursday: at(18, 30), Saturday: at(9), Sunday: at(9) } }], // prettier-ignore
    ["mon-wed at 6:00", { byWeekday: { Monday: at(6), Tuesday: at(6), Wednesday: at(6) } }],
    ["Samstag 9:00, event 8:30", { event: at(8, 30), byWeekday: { Saturday: at(9) } }],
    ["race 7:15am", { event: at(7, 15) }],
  ])("%s", (text, expected) => {
    expect(readStartTimes(text)).toMatchObject({ kind: "value", value: { byWeekday: {}, ...expected } });
  });

  it.each([
    ["25:00", "expected a time of day, such as 18:00 or 6pm"],
    ["6", "this is 06:00 (write 06:00) or 18:00 (write 18:00)"],
    ["", "expected a time, or times by weekday"],
    ["sat", "expected a time, or times by weekday"],
    ["18:00, sat", "expected a time, or times by weekday"],
    ["18:00, 19:00", "expected one time for all days"],
    ["sat 9:00, weekend 10:00", "expected one time for Saturday"],
    ["event 8:00, race 9:00", "expected one time for the event"],
    ["lunch 12:30", "such as 18:00,sat 9:00,event 8:30"],
    ["9".repeat(600), "expected a time, or times by weekday"],
  ])("%j says what it expects", (text, expected) => {
    expect(readStartTimes(text)).toMatchObject({ kind: "unreadable", expected: expect.stringContaining(expected) as string }); // prettier-ignore
  });
});
