import type { RideFacts } from "./ride.ts";

/** Every fact that a ride can have. */
export const FACTS = [
  "seconds",
  "elapsedSeconds",
  "givenLoad",
  "normalizedWatts",
  "meanWatts",
  "meanHr",
  "maxHr",
  "effort",
  "best20Watts",
  "ftpSet",
  "ftpEstimated",
  "fitness",
] as const satisfies readonly (keyof RideFacts)[];

type Found = { readonly [K in keyof RideFacts]: RideFacts[K] | undefined } & { readonly seconds: number };

/** Facts without those that are undefined: "not recorded" is a missing key. */
export function factsOf(found: Found): RideFacts {
  const facts: { -readonly [K in keyof RideFacts]: RideFacts[K] } = { seconds: found.seconds };
  for (const name of FACTS) {
    const value = found[name];
    if (value !== undefined) facts[name] = value;
  }
  return facts;
}
