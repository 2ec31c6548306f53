import type { CommandSpec } from "../../../command-spec.ts";
import { WRITE_ACCEPTED } from "../arguments.ts";

/** `tool week`: is this a week of it? */
export const toolWeekSpec = {
  name: "week",
  summary: "check the workouts of one week against its overview",
  args: [{ name: "<file>", about: "plan_id, week_number and workouts as JSON; - reads standard input" }],
  options: [
    { flags: "--overview <file>", about: "the overview; left out: {plan_id}_overview.json in --out or ./plans" },
    ...WRITE_ACCEPTED,
  ],
  examples: [
    "cycling-plan tool week week.json --overview plans/spring_overview.json",
    "cycling-plan tool week - --out plans < week.json",
  ],
} as const satisfies CommandSpec;
