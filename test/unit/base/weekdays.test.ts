import { expect, it } from "vitest";
import { mondayOnOrAfter, mondayOnOrBefore, weekdayOf } from "../../../src/base/calendar.ts";

it("weekdays are right before 1970, too, where a clock without a battery may stand", () => {
  expect(["1960-01-01", "1969-12-31", "1970-01-01", "2026-12-07"].map((date) => weekdayOf(date as "1960-01-01"))).toEqual([
    "Friday", "Wednesday", "Thursday", "Monday",
  ]); // prettier-ignore
  expect([mondayOnOrAfter("1960-01-01"), mondayOnOrBefore("1960-01-01")]).toEqual(["1960-01-04", "1959-12-28"]);
});
