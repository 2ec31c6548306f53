/** Ladders whose name in files is not what riders say. */
const WORDS: Readonly<Record<string, string>> = {
  sweetspot: "sweet spot",
  over_unders: "over-unders",
  vo2max_long: "long VO2max",
  vo2max_short: "short VO2max",
  race_fondo: "a long ride with firm climbs",
  race_ultra: "a long ride with firm work",
  race_gravel: "gravel race practice",
  race_road: "road race practice",
  race_road_late: "late race efforts",
  race_criterium: "criterium practice",
  race_cyclocross: "cyclocross practice",
  race_mtb: "mountain bike practice",
  race_time_trial: "time trial practice",
  race_hill_climb: "hill climb practice",
  race_hill_short: "short hill practice",
};

/** The name of a ladder before the word: those of a race keep it, `the race road ladder`. */
export const ladderWords = (family: string): string =>
  family.startsWith("race_") ? family.replaceAll("_", " ") : familyWords(family);

/** A ladder as riders say it: `race_road` is road race practice. */
export const familyWords = (family: string): string => WORDS[family] ?? family.replaceAll("_", " ");
