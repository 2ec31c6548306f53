import type { RideFacts } from "./ride.ts";

type Found = { readonly [K in keyof RideFacts]: RideFacts[K] | undefined } & { readonly seconds: number };

/** Facts without those that are undefined: "not recorded" is a missing key. */
export function factsOf(found: Found): RideFacts {
  const known = Object.entries(found).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(known), seconds: found.seconds };
}
