import type { Finding } from "../rules/finding.ts";

/** What a tool says of a proposal: accepted, possibly mended, or what is wrong with it. */
export type Outcome<T> =
  | { readonly kind: "accepted"; readonly value: T; readonly findings: readonly Finding[] }
  | { readonly kind: "rejected"; readonly findings: readonly Finding[] };
