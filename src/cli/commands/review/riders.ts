import { jsonText } from "../../../base/json.ts";
import { reviewedRiders } from "../../../jobs/riders/reviewed-riders.ts";
import { reviewedPage } from "../../../report/riders.ts";
import type { Call } from "../../command.ts";
import { pageFor } from "../../page.ts";
import { noRiders, ridersRoot } from "../../riders-root.ts";
import type { Settings } from "../../settings.ts";
import type { reviewSpec } from "./spec.ts";

/** `review --riders DIR`: the last full week of many riders, those who need a look first. */
export async function reviewOfRiders(
  { system, args: [given], isJson }: Call<typeof reviewSpec>,
  settings: Settings,
  typed: string,
): Promise<number> {
  const root = await ridersRoot(system, typed, given);
  const { today, quiet } = settings;
  const riders = await reviewedRiders(root, today);
  if (isJson) system.out(jsonText({ today, riders: riders.map(({ json }) => json) }));
  else if (!quiet) {
    const page = await pageFor(system, settings);
    const rows = riders.map(({ row }) => row);
    const lines = rows.length === 0 ? [noRiders(root)] : reviewedPage(rows, page);
    system.out(`${lines.join("\n")}\n`);
  }
  return 0;
}
