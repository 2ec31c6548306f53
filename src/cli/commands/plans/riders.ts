import { jsonText } from "../../../base/json.ts";
import { standingRiders } from "../../../jobs/riders/standing-riders.ts";
import { standingPage } from "../../../report/riders.ts";
import type { Call } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { noRiders, ridersRoot } from "../../riders-root.ts";
import type { Settings } from "../../settings.ts";
import type { plansSpec } from "./spec.ts";

/** `plans --riders DIR`: where the plans of many riders stand. */
export async function plansOfRiders(
  { system, args: [words], isJson }: Call<typeof plansSpec>,
  settings: Settings,
  typed: string,
): Promise<number> {
  const root = await ridersRoot(system, typed, words[0]);
  const { today } = settings;
  const riders = await standingRiders(root, today);
  if (isJson) system.out(jsonText({ today, riders: riders.map(({ json }) => json) }));
  else {
    const page = await pageFor(system, settings);
    const rows = riders.map(({ row }) => row);
    const lines = rows.length === 0 ? [noRiders(root)] : standingPage(rows, page);
    system.out(`${lines.join("\n")}\n`);
  }
  return 0;
}
