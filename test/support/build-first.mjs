import { existsSync } from "node:fs";
import { buildDist } from "../../scripts/build.mjs";

/** Tests of the real process run bin/, which needs dist/ as the sources are now. */
export async function setup() {
  if (existsSync(new URL("../../src/cli/main.ts", import.meta.url))) await buildDist();
}
