import { HEALTH_NOTE } from "../plan/health-note.ts";
import type { PlanMetadata } from "../plan/schema.ts";
import { hanging } from "./columns.ts";
import type { Page } from "./page.ts";

/** The end of every view of a plan: the note of its file, or ours where a plan made elsewhere brings none. */
export const healthNote = ({ health_note = HEALTH_NOTE }: PlanMetadata, page: Page): string[] => [
  "",
  ...hanging("Health: ", health_note, page.width).map(page.paint.quiet),
];
