import { hanging } from "./columns.ts";
import { HEALTH_NOTE } from "../plan/health-note.ts";
import type { PlanMetadata } from "../plan/schema.ts";
import type { Page } from "./page.ts";

/** The end of every view of a plan: its own note, or ours where its file brings none. */
export const healthNote = (metadata: PlanMetadata, page: Page): string[] => [
  "",
  ...hanging("Health: ", metadata.health_note ?? HEALTH_NOTE, page.width).map(page.paint.quiet),
];
