import { healthSignsIn } from "../athlete/health-words.ts";
import type { CalendarDate } from "../base/calendar.ts";

/** A page is sent to friends and lies open on kitchen tables: what a rider said of weight and health is in none of its texts. */
const WEIGHT = /\bweigh|\bkg\b|\bkilos?\b|\blbs?\b|\bpounds?\b|\bslim|\bdiet|\bfat\b|W\/kg|abnehmen|gewicht/i;
const HEALTH =
  /\bdoctor|\bill\b|\billness|\bsick|\binjur|\bsurgery|\bpregnan|\bbirth\b|\bdisease|\bbeta.?blocker|\byour answers\b|\bweeks off\b|\bat your age\b|\bphysio/i;

/** True for a text that tells of weight or health. */
export const isPrivate = (text: string, today: CalendarDate): boolean =>
  WEIGHT.test(text) || HEALTH.test(text) || healthSignsIn(text, today).length > 0;

/** A text without the sentences that tell of weight or health. */
export const publicPart = (text: string, today: CalendarDate): string =>
  text
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => !isPrivate(sentence, today))
    .join(" ");
