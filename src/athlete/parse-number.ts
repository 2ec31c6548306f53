import { roundTo } from "../base/numbers.ts";
import { read, unreadable, type Reader } from "./parse-reading.ts";

/** Text as people type it, in one spelling: plain digits and hyphens, halves as decimals, single blanks, lower case. */
export const plainText = (text: string): string =>
  text
    .replace(/(\d?) ?½/g, (_, whole: string) => `${whole === "" ? "0" : whole}.5`)
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();

/** The same letters without accents: `März` is `Marz`. */
export const withoutAccents = (text: string): string =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/ß/g, "ss");

/** Longer texts than any number with its words are none; reading them would only cost time. */
const MOST_CHARACTERS = 60;
const ABOUT = /^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|maybe|some|~|≈|\+\/-) ?(?=\d)/;
const ABOUT_AFTER = /(?<=[\da-z]) ?(?:-?ish| or so)$/;

/** A number without what says that it is not an exact one: `about 6`, `~6`, `6ish`, `6 hours or so`. */
export const exactText = (text: string): string => {
  const plain = plainText(text);
  return plain.length > MOST_CHARACTERS ? plain : plain.replace(ABOUT, "").replace(ABOUT_AFTER, "").trim();
};

export interface Quantity {
  readonly amount: number;
  /** As written behind the number, lower case; empty where there was none. */
  readonly unit: string;
}

/** A comma is a decimal comma with one or two digits behind it; `1,050` could be two numbers, so it is none. */
const QUANTITY = /^(\+?\d+(?:\.\d+|,\d{1,2})?) ?([a-z%/]*)\.?$/;

/** `265`, `8,5`, `70 kg`, `154lb` as number and unit, or undefined. */
export function quantityOf(value: unknown): Quantity | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? { amount: value, unit: "" } : undefined;
  if (typeof value !== "string") return undefined;
  const match = QUANTITY.exec(exactText(value));
  if (!match?.[1]) return undefined;
  const amount = Number(match[1].replace(",", "."));
  return Number.isFinite(amount) ? { amount, unit: match[2] ?? "" } : undefined;
}

export interface NumberKind {
  readonly low: number;
  readonly high: number;
  /** For the message: `watts`, `beats a minute`. */
  readonly unit: string;
  /** Spellings of the unit and what one of it is worth. No unit counts as 1. */
  readonly units: Readonly<Record<string, number>>;
  readonly isWhole?: boolean;
  /** Decimals kept where a unit was converted. */
  readonly decimals?: number;
}

/** A reader for a number within limits, with or without its unit. */
export function numberReader(kind: NumberKind): Reader<number> {
  const article = kind.isWhole === true ? "a whole number from " : "";
  const expected = `expected ${article}${kind.low} to ${kind.high} ${kind.unit}`.trim();
  const worth = new Map([["", 1], ...Object.entries(kind.units)]);
  return (value) => {
    const quantity = quantityOf(value);
    const factor = quantity && worth.get(quantity.unit);
    if (quantity === undefined || factor === undefined) return unreadable(expected);
    const amount = factor === 1 ? quantity.amount : roundTo(quantity.amount * factor, kind.decimals ?? 1);
    if (amount < kind.low || amount > kind.high) return unreadable(expected);
    if (kind.isWhole === true && !Number.isInteger(amount)) return unreadable(expected);
    return read(amount);
  };
}

const HOURS_AND_MINUTES = /^(\d{1,3}) ?(?:h|hr|hrs|hours?|:)(?: and)? ?([0-5]?\d) ?(?:m|min|mins|minutes?)?\.?$/;
const HOUR_UNITS = ["h", "hr", "hrs", "hour", "hours"];
const MINUTE_UNITS = ["m", "min", "mins", "minute", "minutes"];

/** `7h30`, `1:30`, `8 h`, `90min`, `7,5` in minutes; a plain number counts in `plainUnit`. */
export function minutesOf(value: unknown, plainUnit: "hours" | "minutes"): number | undefined {
  const match = typeof value === "string" ? HOURS_AND_MINUTES.exec(exactText(value)) : null;
  if (match) return Number(match[1]) * 60 + Number(match[2]);
  const quantity = quantityOf(value);
  if (quantity === undefined) return undefined;
  const inHours = quantity.unit === "" ? plainUnit === "hours" : HOUR_UNITS.includes(quantity.unit);
  if (inHours) return quantity.amount * 60;
  return quantity.unit === "" || MINUTE_UNITS.includes(quantity.unit) ? quantity.amount : undefined;
}
