import { mostHeartRateIn, mostPowerIn } from "../athlete/held-back-words.ts";
import type { Profile } from "../athlete/schema.ts";
import { heartPercentAt } from "./effort-bands.ts";
import { scaleOf } from "./scale.ts";
import { sayPlan } from "./without-power.ts";

/** True where the scale of the plan says a heart rate of its own, which is no higher than the one that was named. */
function isSaid(most: number, named: number, profile: Profile): boolean {
  const { by, heart } = scaleOf(profile);
  const percent = by === "heart_rate" ? heartPercentAt(most / 100) : undefined;
  return heart !== undefined && percent !== undefined && (heart.thresholdBpm * percent) / 100 <= named;
}

/**
 * What nothing of a week goes above, in the rider's scale, with the heart rate that they or their doctor named: every view of a
 * week or a day says it in these words. Undefined where nothing holds them. `ftpWatts`: where the view speaks in watts.
 */
export function limitWords(profile: Profile, week: number, ftpWatts?: number): string | undefined {
  const most = mostPowerIn(profile, week);
  if (most === undefined) return undefined;
  const power =
    ftpWatts === undefined ? sayPlan(`${most} % of FTP`, scaleOf(profile)) : `${Math.floor((most / 100) * ftpWatts)} W`;
  const heart = mostHeartRateIn(profile, week);
  const isOpen = heart !== undefined && !isSaid(most, heart, profile);
  return `nothing above ${power}${isOpen ? ` and no heart rate above ${heart}` : ""}`;
}
