import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { planFileSchema, type PlanFile } from "../../src/plan/schema.ts";
import type { ProviderId } from "../../src/providers/port.ts";
import { KEY_NAMES, URL_NAMES } from "../../src/providers/remedies.ts";
import { FIVE, FIXED, runCli, type Ran } from "../cli/run-cli.ts";
import type { Service } from "./a-service.ts";

export const KEY = "sk-secret-0123456789";

/** The environment that leads a provider to a service of ours. */
export const envFor = (provider: ProviderId, service: Pick<Service, "baseUrl">, key = KEY): Record<string, string> => ({
  [URL_NAMES[provider]]: service.baseUrl(provider),
  ...(KEY_NAMES[provider] === undefined ? {} : { [KEY_NAMES[provider]]: key }),
});

/** Runs `generate` for five answers with a model at a service of ours, which plans the weeks. */
export const generate = (
  provider: ProviderId,
  service: Pick<Service, "baseUrl">,
  more: readonly string[] = [],
  cwd?: string,
): Promise<Ran> => generateBy(provider, service, ["--overview-by", "model", ...more], cwd);

/** The same as riders say it: the planner plans, and the model proposes swaps. */
export const generateBy = (
  provider: ProviderId,
  service: Pick<Service, "baseUrl">,
  more: readonly string[] = [],
  cwd?: string,
): Promise<Ran> =>
  runCli(["generate", ...FIVE, ...FIXED, "--plan-id", "p", "--provider", provider, ...more], {
    env: envFor(provider, service),
    ...(cwd === undefined ? {} : { cwd }),
  });

/** The plan that a run wrote. */
export async function planOf({ cwd }: Ran): Promise<PlanFile> {
  return planFileSchema.parse(JSON.parse(await readFile(join(cwd, "plans", "p_plan.json"), "utf8")));
}

interface Linted {
  readonly findings: readonly { readonly severity: string }[];
  readonly not_checked: readonly unknown[];
}

/** The plan that a run wrote, after every rule was checked on its files and no hard one is broken. */
export async function lawfulPlan(ran: Ran): Promise<PlanFile> {
  expect(ran.err).not.toContain("error");
  expect(ran.code).toBe(0);
  const lint = await runCli(["lint", "p", "--json"], { cwd: ran.cwd });
  const { findings, not_checked: unchecked } = JSON.parse(lint.out) as Linted;
  expect(findings.filter(({ severity }) => severity === "hard")).toEqual([]);
  expect(unchecked).toEqual([]);
  expect(lint.code).toBe(0);
  return planOf(ran);
}
