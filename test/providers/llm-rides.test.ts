import { describe, expect, it } from "vitest";
import { PROVIDERS } from "../../src/providers/port.ts";
import { askedOf, goodAnswer } from "../support/a-coach.ts";
import { aService, say } from "./a-service.ts";
import { generate, lawfulPlan } from "./generating.ts";

const LLM = ["--workout-source", "llm"];

describe.each(PROVIDERS)("generate --provider %s --workout-source llm", (provider) => {
  it("takes good weeks and says who made what", async () => {
    const service = await aService({ acts: (body) => say(goodAnswer(askedOf(body))) });
    const ran = await generate(provider, service, LLM);
    const plan = await lawfulPlan(ran);
    console.log(ran.err);
    expect(service.seen).toHaveLength(13);
    expect(plan.training_plan.plan_metadata.warnings ?? []).toEqual([]);
    const rides = plan.training_plan.weekly_plan
      .flatMap(({ workouts }) => workouts)
      .filter(({ type }) => type !== "rest");
    expect(rides.filter(({ source }) => source !== "llm")).toEqual([]);
  });
});
