import { baseWeeksFirst } from "./limits.ts";
import { rule, type Rule } from "./rule.ts";

/** What the rider said about the season: where it starts. The rhythm is `load-weeks-in-a-row`'s. */

const startPhase = rule({
  id: "start-phase",
  title: "Where the base is done, no base week comes but those that the body needs first",
  severity: "hard",
  class: "limit",
  reads: ["athlete", "phases"],
  source: "The rider's own answer; which first weeks stay base all the same: training science 3.1, 12.1",
  evidence: "rider",
  check: ({ rider, weeks, isOutside }) => {
    if (rider.startsInBuild !== true || isOutside) return [];
    const most = baseWeeksFirst(rider);
    return weeks
      .filter(({ week, number }) => week.phase === "base" && number > most)
      .map(({ number }) => ({
        week: number,
        message: `week ${number} is a base week, and the base is done after week ${most}`,
        numbers: { week: number, limit: most },
      }));
  },
});

/** Rules of the terms that shape the season. */
export const SEASON_TERM_RULES = [startPhase] as const satisfies readonly Rule[];
