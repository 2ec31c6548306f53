import type { Library } from "../library/library.ts";
import { readLibraries, shippedIn } from "../storage/shipped-library.ts";
import { pathFrom } from "./input.ts";
import type { System } from "./system.ts";

/** The library that plans are made of: ours, and with `--library DIR` the rider's own beside it. */
export function libraryFor(system: System, own: string | undefined): Promise<Library> {
  return readLibraries(shippedIn(system.packageDirectory), own === undefined ? undefined : pathFrom(system, own));
}
