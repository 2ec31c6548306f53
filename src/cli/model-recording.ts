import { PlanError } from "../base/errors.ts";
import { problemLine } from "../athlete/parse-reading.ts";
import { exchangeSchema, type Exchange } from "../providers/exchange.ts";
import { recorder, type Recorder } from "../providers/record.ts";
import { openRecording, readExchanges, writeExchange } from "../storage/exchange-files.ts";
import type { Call } from "./command-spec.ts";
import { textFlag } from "./flags.ts";
import { pathFrom } from "./input.ts";

/** Which of the two was asked for, and the directory as it was typed. */
export interface Taped {
  readonly kind: "record" | "replay";
  readonly directory: string;
}

/** `--record` or `--replay`, or undefined; both at once are refused before. */
export function tapeOf({ flags }: Pick<Call, "flags">): Taped | undefined {
  const [record, replay] = [textFlag(flags, "record"), textFlag(flags, "replay")];
  if (record !== undefined) return { kind: "record", directory: record };
  return replay === undefined ? undefined : { kind: "replay", directory: replay };
}

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
export const readRecording = async ({ system }: Call, directory: string): Promise<readonly Exchange[]> =>
  (await readExchanges(pathFrom(system, directory))).map(exchangeOf);

/** Opens a directory to record into; a recording that is there is only replaced with --force, and added to with --resume. */
export async function openRecorder(
  { system, flags }: Call,
  directory: string,
  secrets: readonly string[],
): Promise<Recorder> {
  const path = pathFrom(system, directory);
  await openRecording(path, flags.resume !== undefined ? "add to" : flags.force === true ? "remove" : "refuse");
  return recorder({
    keep: (name, exchange) => writeExchange(path, name, exchange),
    secrets,
    now: () => system.now().getTime(),
  });
}
