import { jsonText } from "../../../base/json.ts";
import type { PageOf } from "../../../jobs/page/write-page.ts";
import { placesOf } from "../../places.ts";
import { planFlag } from "../../plan-flag.ts";
import { programOnPage } from "../../started-as.ts";
import type { System } from "../../system.ts";

/** How a page was asked for. */
interface Asked {
  readonly system: System;
  /** The plan as it was named; undefined for the current one. */
  readonly given: string | undefined;
  readonly isJson: boolean;
}

/** Writes the page of a plan into the program's own folder and opens it. */
export async function openPage(
  { system, given, isJson }: Asked,
  page: Omit<PageOf, "planFlag" | "program" | "state">,
): Promise<number> {
  // The page and its charts are loaded only here.
  const { writeOwnPage } = await import("../../../jobs/page/write-page.ts");
  const flag = await planFlag(system, given, page.planPath);
  const path = await writeOwnPage({
    ...page,
    planFlag: flag,
    program: programOnPage(system),
    state: placesOf(system).state,
  });
  const isOpen = await system.open(path);
  if (isJson) system.out(jsonText({ page: path, opened: isOpen }));
  else system.out(`${isOpen ? "Opened" : "Open this file in your browser:"} ${path}\n`);
  return 0;
}
