import { timeWords } from "../base/time-words.ts";
import type { OtherSportDay } from "./schema.ts";

const SPORTS: Readonly<Record<OtherSportDay["sport"], string>> = {
  run: "run",
  swim: "swim",
  gym: "gym",
  hike: "hike",
  ski: "ski",
  team: "team sport",
  other: "other sport",
};

/** `run, 45 min, moderate, load 41`; the rider's own name for it where there is one. */
export const otherSportText = ({ sport, minutes, effort, load, name }: OtherSportDay): string =>
  `${name ?? SPORTS[sport]}, ${timeWords(minutes)}, ${effort}, load ${Math.round(load)}`;
