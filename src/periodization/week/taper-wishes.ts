import { SHORTEST_RIDE_MINUTES } from "../../athlete/rider.ts";
import { sum } from "../../base/numbers.ts";
import type { RideWish } from "./planned-ride.ts";
import { enduranceRide } from "./ride-kinds.ts";

/** A ride wished for in the taper, with its day in the plan. */
export type TaperWish = RideWish & { readonly day: number };

/** The openers stay where rides that happen anyway take the volume. Makes hard sessions easy rides, then leaves easy ones out, farthest from the event first, until the shortest forms fit the volume. */
export function thinned(wishes: readonly TaperWish[], most: number, keepsOpeners: boolean): TaperWish[] {
  let kept = [...wishes];
  const total = (): number => sum(kept.map((wish) => wish.least));
  const mayDrop = (): boolean => kept.some((wish) => !keepsOpeners || wish.role !== "openers");
  while (mayDrop() && total() > most) {
    const session = kept.find((wish) => wish.role === "key" && wish.least > SHORTEST_RIDE_MINUTES);
    if (session !== undefined && kept.filter((wish) => wish.role === "easy").length <= 1) {
      kept = kept.map((wish) => (wish === session ? { ...enduranceRide(wish, "easy"), day: wish.day } : wish));
      continue;
    }
    const drop =
      kept.find((wish) => wish.role === "easy") ??
      kept.find((wish) => wish.role === "key") ??
      kept.find((wish) => wish.role !== "openers") ??
      kept[0];
    kept = kept.filter((wish) => wish !== drop);
  }
  return kept;
}
