import { expect, it } from "vitest";
import { strength } from "../../../src/rules/strength-rule.ts";
import { aRide, aRider, anEvent, aView, type ViewChange } from "./a-view.ts";

const lift = { strengthSeconds: 2400, rides: [aRide(60)] };
const said = (change: ViewChange) => strength.check(aView(change)).map(({ date, message }) => [date, message]);
const role = (name: "key" | "long" | "test" | "event" | "easy", type: "endurance" | "recovery" = "endurance") => ({
  rides: [aRide(60, { workout: { role: name, type } })],
});

// Rule 38 (training science 4.4); day 8 is Tuesday of the second week, 2026-12-15.
it.each<readonly [string, ViewChange, readonly string[]]>([
  ["on a day with a ride", { days: { 8: lift } }, []],
  ["before an easy ride", { days: { 8: lift, 9: role("easy") } }, []],
  ["before a key ride", { days: { 8: lift, 9: role("key") } }, ["strength the day before a key ride"]],
  ["before a long ride", { days: { 8: lift, 9: role("long") } }, ["strength the day before a long ride"]],
  ["before a test", { days: { 8: lift, 9: role("test") } }, ["strength the day before a test ride"]],
  ["before the event", { days: { 8: lift, 9: role("event") } }, ["strength the day before the event"]],
  ["before a key ride that recovers", { days: { 8: lift, 9: role("key", "recovery") } }, []],
  ["two days before a key ride", { days: { 8: lift, 10: role("key") } }, []],
  ["48 hours after the last", { days: { 6: lift, 8: lift } }, []],
  [
    "the day after the last",
    { days: { 7: lift, 8: lift } },
    ["strength less than 48 h after the last strength session"],
  ],
  ["on a day without a ride", { days: { 8: { strengthSeconds: 2400 } } }, ["strength on a day without a ride"]],
  ["on a day of its own", { days: { 8: { strengthSeconds: 2400 } }, rider: aRider({ strengthDays: [1] }) }, []],
  [
    "on none of its days",
    { days: { 8: { strengthSeconds: 2400 } }, rider: aRider({ strengthDays: [2] }) },
    ["strength on a day without a ride"],
  ],
  ["eight days before the end", { days: { 20: lift } }, []],
  ["in the last seven days", { days: { 21: lift } }, ["strength in the last 7 days"]],
  ["eight days before the only event", { days: { 12: lift }, eventIndex: 20, events: [anEvent(20)] }, []],
  [
    "seven days before it",
    { days: { 13: lift }, eventIndex: 20, events: [anEvent(20)] },
    ["strength in the last 7 days"],
  ],
  [
    "behind the only event",
    { days: { 22: lift }, eventIndex: 20, events: [anEvent(20)] },
    ["strength in the last 7 days"],
  ],
  [
    "long behind the only event",
    { days: { 15: lift }, eventIndex: 12, events: [anEvent(12)] },
    ["strength in the last 7 days"],
  ],
  [
    "on the only event's day",
    { days: { 12: lift }, eventIndex: 12, events: [anEvent(12)] },
    ["strength in the last 7 days"],
  ],
  ["on the day of an A of several", { days: { 10: lift }, eventIndex: 10, events: [anEvent(10), anEvent(27)] }, []],
  [
    "the day before a B at the end",
    { days: { 26: lift }, events: [anEvent(3), anEvent(27, "B")] },
    ["strength in the last 7 days"],
  ],
  [
    "seven days before an A of several",
    { days: { 3: lift }, events: [anEvent(10), anEvent(27)] },
    ["strength in the last 7 days"],
  ],
  ["behind an A of several", { days: { 12: lift }, eventIndex: 10, events: [anEvent(10), anEvent(27)] }, []],
  ["before a B of several", { days: { 8: lift }, events: [anEvent(10, "B"), anEvent(27)] }, []],
])("%s", (_name, change, messages) => {
  expect(said(change).map(([, message]) => message)).toEqual(messages);
});

it("names the day", () => {
  const [found] = strength.check(aView({ days: { 8: lift, 9: role("key") } }));
  expect(found).toMatchObject({ week: 2, date: "2026-12-15", numbers: { day: 9 } });
});
