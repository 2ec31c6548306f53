import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { planFileSchema, type PlanFile } from "../../src/plan/schema.ts";
import type { ProviderId } from "../../src/providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../../src/providers/remedies.ts";
import { FIVE, FIXED, runCli, type Ran } from "../cli/run-cli.ts";
import type { Service } from "./a-service.ts";

/** A key as no service gave it out. */
export const KEY = "sk-secret-0123456789";

/** A week in the form that a model answers in. */
export interface Week {
  readonly kind: string;
  readonly minutes: number | string;
  readonly days: readonly string[];
  readonly focus: string;
}

const MINUTES = [425, 455, 470, 280, 440, 460, 475, 285, 440, 460, 475, 285];
/** Twelve weeks as a careful model would plan them for FIVE. */
export const goodWeeks = (): Week[] =>
  MINUTES.map((minutes, i) => {
    const isLight = i % 4 === 3;
    const hard = i < 4 ? "sweetspot" : i < 8 ? "threshold" : "vo2max";
    return {
      kind: isLight ? "recovery" : i < 4 ? "base" : i < 8 ? "build" : "peak",
      minutes,
      days: isLight
        ? ["tue:recovery", "thu:endurance", "sat:endurance", "sun:endurance"]
        : ["tue:endurance", `thu:${hard}`, "sat:endurance", "sun:endurance"],
      focus: "steady work",
    };
  });
/** The whole answer of a model. */
export const answer = (
  weeks: readonly unknown[] = goodWeeks(),
  notes = "Steady riding first, harder work later.",
): string => JSON.stringify({ weeks, notes });

/** The environment in which a service of ours is the provider. */
export const envFor = (provider: ProviderId, service: Pick<Service, "baseUrl">, key = KEY): Record<string, string> => ({
  [URL_NAMES[provider]]: service.baseUrl(provider),
  ...(KEY_NAMES[provider] === undefined ? {} : { [KEY_NAMES[provider]]: key }),
});

/** A run with a model: the plan is `p`. */
export const generate = (
  provider: ProviderId,
  service: Pick<Service, "baseUrl">,
  more: readonly string[] = [],
): Promise<Ran> =>
  runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", provider, ...more], {
    env: envFor(provider, service),
  });

/** The plan that a run wrote. */
export async function planOf({ cwd }: Ran): Promise<PlanFile> {
  return planFileSchema.parse(JSON.parse(await readFile(join(cwd, "plans", "p_plan.json"), "utf8")));
}

/** The plan that a run wrote, after lint found nothing against it. */
export async function lawfulPlan(ran: Ran): Promise<PlanFile> {
  expect(ran.err).not.toContain("error");
  expect(ran.code).toBe(0);
  const lint = await runCli(["lint", "p"], { cwd: ran.cwd });
  expect(`${lint.out}${lint.err}`).not.toContain("FAIL");
  expect(lint.code).toBe(0);
  return planOf(ran);
}
