import { isWithoutPower, trainByOf, type Trains } from "../../athlete/train-by.ts";
import { PlanError } from "../../base/errors.ts";
import { joinWords } from "../../base/text.ts";
import { BUNDLES } from "../../export/bundles.ts";
import { formatsHolding, type ExportOptions } from "../../export/export-plan.ts";
import { FORMATS } from "../../export/formats.ts";
import type { FormatId } from "../../export/format.ts";

/** The formats of an export that can hold the plan, and what is said of the others. */
export interface FormatsFor {
  readonly formats: readonly FormatId[];
  readonly left: { readonly text: string; readonly formats: readonly FormatId[] } | undefined;
}

const othersThan = (left: readonly FormatId[]): string =>
  joinWords(
    FORMATS.map(({ id }) => id).filter((id) => !left.includes(id) && formatsHolding(false, [id]).length > 0),
    "or",
  );

/** Throws INPUT_INVALID where a format was named that holds power and nothing else, and the plan has none. */
export function formatsFor(
  profile: Trains,
  {
    formats,
    ftpWatts,
    isUnnamed = false,
    bundle,
  }: Pick<ExportOptions, "formats" | "ftpWatts" | "isUnnamed" | "bundle">,
): FormatsFor {
  const hasPower = !isWithoutPower(profile) || ftpWatts !== undefined;
  const others = hasPower || bundle === undefined ? undefined : BUNDLES[bundle].formatsWithoutPower;
  if (others !== undefined) return { formats: others, left: undefined };
  const held = formatsHolding(hasPower, formats);
  const left = formats.filter((id) => !held.includes(id));
  if (left.length === 0) return { formats, left: undefined };
  const by = trainByOf(profile) === "feel" ? "feel" : "heart rate";
  const text = `Files for ${joinWords(left)} hold power only, and this plan goes by ${by}: they were left out.`;
  if (isUnnamed) return { formats: held, left: { text, formats: left } };
  throw new PlanError({
    code: "INPUT_INVALID",
    message: `Your plan goes by ${by}, and files for ${joinWords(left)} can hold nothing but power, so they would send you out without a target.`,
    hint: `Take ${othersThan(left)} instead. Once you have a power meter, say --ftp with your watts: the same plan then goes into every file.`,
  });
}
