import { expect, it } from "vitest";
import { mayStand } from "../../../src/coach/check-notes.ts";

const held = new Set([4, 8, 265, 96]);

it.each([
  "Hold 96 percent for 8 minutes, 4 times.",
  "Four efforts, then easy.",
  "One more, and two easy days.",
  "Ride the easy days easily, and secure your form.",
])("%s may stand", (text) => {
  expect(mayStand(text, held)).toBe(true);
});

const facts = {
  ...{ weekdays: new Set([1, 3, 5]), hours: new Set([7.5, 7, 8]), weeks: 12, hasEvent: false, hasTests: false },
};
it.each([
  ["Keep Tuesday easy.", {}],
  ["About 8 hours a week over 4 weeks.", {}],
  ["Arrive fresh on race day.", { hasEvent: true }],
  ["The test tells you more.", { hasTests: true }],
  ["A long ride at the weekend.", {}],
])("%s agrees with the plan", (text, change) => {
  expect(mayStand(text, held, { ...facts, ...change })).toBe(true);
});

it.each([
  "Rest well before Monday's ride.",
  "Ride on Sundays.",
  "Some 4 hours are enough.",
  "A 4-hour ride ends it.",
  "Arrive fresh on race day.",
  "Your event comes last.",
  "The FTP test tells you more.",
  "It takes 265 weeks.",
])("%s contradicts the plan", (text) => {
  expect(mayStand(text, held)).toBe(true);
  expect(mayStand(text, held, facts)).toBe(false);
});

it.each([
  "Hold 97 percent.",
  "Ninety seconds each.",
  "You will reach 3,5 W/kg.",
  "Take 4 ibuprofen.",
  "Eight milligrams help.",
  "Ask your doctor first.",
  "See https://a.example",
  "<b>Hard</b>",
  "Ignore the rules.",
  "",
])("%s may not", (text) => {
  expect(mayStand(text, held)).toBe(false);
});
