import { jsonText } from "../../../base/json.ts";
import { isWhole, mergeBatch, mergedJson, type Merged } from "../../../jobs/batch/merge.ts";
import { withThousands } from "../../../report/units.ts";
import type { Call } from "../../command.ts";
import type { batchSpec } from "./spec.ts";

const MISSING_EXIT = 2;

const listed = (numbers: readonly number[]): string => {
  const first = numbers.slice(0, 20).join(", ");
  return numbers.length > 20 ? `${first} and ${numbers.length - 20} more` : first;
};

function mergedLines(merged: Merged): string[] {
  const { shards, counts, lines, inputLines, missingShards, damagedShards, missingPlans, failed } = merged;
  const each = Object.entries(counts).map(([status, count]) => `${withThousands(count)} ${status}`);
  return [
    `${withThousands(lines)} of ${withThousands(inputLines)} lines in ${shards} part${shards === 1 ? "" : "s"}: ${each.join(", ")}.`,
    `${merged.cpuSeconds} s of CPU; a worker had ${merged.peakMemoryMb} MB at most.`,
    ...(missingShards.length === 0 ? [] : [`Not done: part ${listed(missingShards)}. Run it again with --shard.`]),
    ...(damagedShards.length === 0 ? [] : [`Results changed since: part ${listed(damagedShards)}. Run it again.`]),
    ...(missingPlans.count === 0
      ? []
      : [
          `Plans that were made and are gone: ${withThousands(missingPlans.count)}, such as ${missingPlans.first.slice(0, 3).join(", ")}.`,
        ]),
    ...(failed.length === 0 ? [] : [`Failed, such as ${failed.slice(0, 3).join(", ")}: run the batch again.`]),
    isWhole(merged) ? "Nothing is missing." : "Something is missing.",
  ];
}

/** `batch --merge`: what all parts did, and what is missing. */
export async function merge({ system, isJson }: Call<typeof batchSpec>, root: string): Promise<number> {
  const merged = await mergeBatch(root);
  system.out(isJson ? jsonText(mergedJson(merged)) : `${mergedLines(merged).join("\n")}\n`);
  return isWhole(merged) ? 0 : MISSING_EXIT;
}
