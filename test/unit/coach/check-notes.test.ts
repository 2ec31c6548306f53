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
