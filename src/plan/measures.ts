import { fullDate } from "../base/date-words.ts";
import { parseDate } from "../base/calendar.ts";
import { roundTo } from "../base/numbers.ts";

/** In which units and on which clock a view speaks. Files are not views: they are metric, in 24 hours, wherever they are written. */
export interface Measures {
  readonly units: "metric" | "imperial";
  readonly clock: "24" | "12";
}

export const METRIC: Measures = { units: "metric", clock: "24" };

/** Exact by definition (international yard and pound, 1959). */
const KM_A_MILE = 1.609344;
const METRES_A_FOOT = 0.3048;
const KG_A_POUND = 0.45359237;

const grouped = (whole: number): string => String(Math.round(whole)).replace(/\B(?=(\d{3}){1,7}$)/g, ",");
const tenths = (value: number): string => String(roundTo(value, 1));

/** `162 km`, `100.7 miles` */
export const distanceText = (km: number, { units }: Measures): string =>
  units === "metric" ? `${tenths(km)} km` : `${tenths(km / KM_A_MILE)} miles`;

/** A place on the course: `km 51.2`, `mile 31.8` */
export const placeText = (km: number, { units }: Measures): string =>
  units === "metric" ? `km ${tenths(km)}` : `mile ${tenths(km / KM_A_MILE)}`;

/** Height, and metres of climbing: `3,410 m`, `11,188 ft` */
export const heightText = (metres: number, { units }: Measures): string =>
  units === "metric" ? `${grouped(metres)} m` : `${grouped(metres / METRES_A_FOOT)} ft`;

/** `70 kg`, `154.3 lb` */
export const weightText = (kg: number, { units }: Measures): string =>
  units === "metric" ? `${tenths(kg)} kg` : `${tenths(kg / KG_A_POUND)} lb`;

/** Minutes after midnight as the clock of the view says them: `18:00`, `6:00 pm`. */
export function timeOfDay(minutes: number, { clock }: Measures): string {
  const [hour, rest] = [Math.floor(minutes / 60) % 24, String(Math.floor(minutes) % 60).padStart(2, "0")];
  if (clock === "24") return `${String(hour).padStart(2, "0")}:${rest}`;
  return `${hour % 12 === 0 ? 12 : hour % 12}:${rest} ${hour < 12 ? "am" : "pm"}`;
}

/** A moment of a file for a reader: `1 Dec 2026, 10:30 UTC`; what is none as it stands. */
export function momentText(moment: string, measures: Measures = METRIC): string {
  const [, day = "", hours, minutes] = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})/.exec(moment) ?? [];
  const date = parseDate(day);
  if (date === undefined) return moment;
  return `${fullDate(date)}, ${timeOfDay(Number(hours) * 60 + Number(minutes), measures)} UTC`;
}
