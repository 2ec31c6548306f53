import manifest from "../../package.json" with { type: "json" };
import { COMMANDS } from "../../src/cli/command-table.ts";
import { manPage } from "./man-page.ts";

/** The manual as it stands beside the program. */
export const manual = (): string => manPage(COMMANDS, manifest.version);
