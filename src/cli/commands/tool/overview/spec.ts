import type { CommandSpec } from "../../../command-spec.ts";
import { PROPOSAL, WRITE_ACCEPTED } from "../arguments.ts";

/** `tool overview`: is this an overview? */
export const toolOverviewSpec = {
  name: "overview",
  summary: "check an overview",
  args: [PROPOSAL],
  options: [
    { flags: "--profile <file>", about: "the athlete, for an overview in the arguments of create_plan_overview" },
    { flags: "--plan-id <id>", about: "the plan id to give such an overview" },
    { flags: "--today <date>", about: "the day to plan from" },
    ...WRITE_ACCEPTED,
  ],
  examples: [
    "cycling-plan tool overview proposal.json --json",
    "cycling-plan tool overview arguments.json --profile rider.json --out plans",
    "cycling-plan tool overview - --out plans < proposal.json",
  ],
} as const satisfies CommandSpec;
