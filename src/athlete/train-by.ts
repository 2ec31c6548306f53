import type { Profile } from "./schema.ts";
import type { TrainBy } from "./terms.ts";

/** What of a profile says how its rider knows how hard they ride. */
export type Trains = Pick<Profile, "train_by" | "train_outdoors_by" | "no_heart_rate">;

/** What a heart rate cannot tell is ridden by feel (training science 12.1: beta blockers). */
const heard = (by: TrainBy | undefined, { no_heart_rate: isMute }: Trains): TrainBy =>
  by === "heart_rate" && isMute === true ? "feel" : (by ?? "power");

/** What tells this rider how hard they ride: power where they said nothing. */
export const trainByOf = (profile: Trains): TrainBy => heard(profile.train_by, profile);

/** A plan that holds no watt and no percent of FTP for its rider. */
export const isWithoutPower = (profile: Trains): boolean => trainByOf(profile) !== "power";

/** What tells it beside the power outdoors, for who has power only indoors; undefined where it is the same there. */
export function outdoorsBy(profile: Trains): Exclude<TrainBy, "power"> | undefined {
  const by = heard(profile.train_outdoors_by, profile);
  return isWithoutPower(profile) || by === "power" ? undefined : by;
}
