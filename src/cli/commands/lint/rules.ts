import { jsonText } from "../../../base/json.ts";
import { PlanError } from "../../../base/errors.ts";
import { checkRuleIds } from "../../../jobs/lint/lint.ts";
import { ruleEntries, rulePage, rulesTable } from "../../../report/rules-table.ts";
import type { Run } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { resolveSettings } from "../../settings.ts";
import type { lintSpec } from "./spec.ts";

/** `lint --rules [ID]`: the catalogue, or one rule in full. */
export const lintRules: Run<typeof lintSpec> = async ({ system, args: [plan], flags: { rules }, isJson }) => {
  if (plan !== undefined)
    throw new PlanError({
      code: "USAGE_INVALID",
      message: "--rules lists the rules and takes no plan.",
      hint: "Leave the plan out, or leave --rules out.",
    });
  const id = rules === true ? undefined : rules;
  const entries = ruleEntries();
  if (id !== undefined)
    checkRuleIds(
      [id],
      entries.map((entry) => entry.id),
    );
  const one = entries.find((entry) => entry.id === id);
  if (isJson) {
    system.out(jsonText(one ?? { rules: entries }));
    return 0;
  }
  const page = await pageFor(system, await resolveSettings(system, {}));
  system.out(`${(one === undefined ? rulesTable(entries, page) : rulePage(one, page)).join("\n")}\n`);
  return 0;
};
