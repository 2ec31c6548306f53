import type { Library } from "../library/library.ts";
import { readLibraries, shippedIn } from "../storage/library-files.ts";
import type { Call } from "./command-spec.ts";
import { textFlag } from "./flags.ts";
import { pathFrom } from "./input.ts";

/** The library that plans are made of: ours, and with `--library DIR` the rider's own beside it. */
export function libraryFor({ system, flags }: Pick<Call, "system" | "flags">): Promise<Library> {
  const own = textFlag(flags, "library");
  return readLibraries(shippedIn(system.packageDirectory), own === undefined ? undefined : pathFrom(system, own));
}
