import { PLAN_ARGUMENT, QUIET_FLAG, TODAY_FLAG, type CommandSpec } from "../../command-spec.ts";

/** `push`: the plan in the rider's calendar at intervals.icu. */
export const pushSpec = {
  name: "push",
  summary: "bring a plan to your intervals.icu calendar: seen first, then --yes",
  args: [PLAN_ARGUMENT],
  options: [
    { flags: "--yes", about: "do it; without it nothing is sent, and you see what would change by day" },
    { flags: "--athlete <id>", about: "whose calendar, such as i12345 (default: the owner of the key, 0)" },
    { flags: "--at <times>", about: "when sessions begin: 18:00, or by day: 18:00,sat 9:00,event 8:30; remembered" },
    { flags: "--timeout <s>", about: "longest time in all, waits included (default: 300)" },
    TODAY_FLAG,
    QUIET_FLAG,
  ],
  examples: ["cycling-plan push", "cycling-plan push --yes", "cycling-plan push century --athlete i12345 --json"],
} as const satisfies CommandSpec;
