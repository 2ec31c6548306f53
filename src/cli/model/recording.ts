import { PlanError } from "../../base/errors.ts";
import { problemLine } from "../../athlete/parse-reading.ts";
import { exchangeSchema, type Exchange } from "../../providers/exchange.ts";
import { recorder, type Recorder } from "../../providers/record.ts";
import { openRecording, readExchanges, writeExchange } from "../../storage/exchange-files.ts";
import { pathFrom } from "../input.ts";
import type { Recording } from "./wish.ts";
import type { System } from "../system.ts";

function exchangeOf({ path, value }: { readonly path: string; readonly value: unknown }): Exchange {
  const { data, error } = exchangeSchema.safeParse(value);
  if (data !== undefined) return data;
  const problems = error.issues
    .slice(0, 5)
    .map(({ path: at, message }) =>
      problemLine({ field: at.map(String).join(".") || "file", value: "what is there", expected: message }),
    );
  throw new PlanError({
    code: "INPUT_INVALID",
    message: [`${path} is no recorded exchange:`, ...problems.map((line) => `  ${line}`)].join("\n"),
    hint: "Record the run again with --record.",
  });
}

/** Every exchange of a recording. Throws NOT_FOUND or INPUT_INVALID. */
export const readRecording = async (system: System, directory: string): Promise<readonly Exchange[]> =>
  (await readExchanges(pathFrom(system, directory))).map(exchangeOf);

/** Opens a directory to record into; a recording that is there is only replaced with --force, and added to with --resume. */
export async function openRecorder(
  system: System,
  { directory, ifThere }: Extract<Recording, { kind: "record" }>,
  secrets: readonly string[],
): Promise<Recorder> {
  const path = pathFrom(system, directory);
  await openRecording(path, ifThere);
  return recorder({
    keep: (name, exchange) => writeExchange(path, name, exchange),
    secrets,
    now: () => system.now().getTime(),
  });
}
