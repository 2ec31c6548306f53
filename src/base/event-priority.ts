/** What an event is to a plan: it leads to an A, eases for some days before a B, and rides a C as a hard day. */
export const EVENT_PRIORITIES = ["A", "B", "C"] as const;
export type EventPriority = (typeof EVENT_PRIORITIES)[number];
