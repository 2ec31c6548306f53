import type { Readiness } from "./event-schema.ts";

/** What a plan of some answers would be, or why none can be made. */
export type Outlook =
  | {
      readonly kind: "plan";
      /** All riding but the events. */
      readonly seconds: number;
      readonly rides: number;
      readonly longestMinutes: number;
      /** Minutes of the shortest and the longest load week. */
      readonly load: { readonly low: number; readonly high: number };
      readonly eventHours: number | undefined;
      /** What riders like this one reach, in watts. */
      readonly ftp: { readonly low: number; readonly high: number } | undefined;
      readonly readiness: Readiness | undefined;
    }
  | { readonly kind: "none"; readonly why: string; readonly hint: string };
