import { hanging } from "./columns.ts";
import type { PlanMetadata } from "../plan/schema.ts";
import type { Page } from "./page.ts";

/** For plans whose file brings no note of its own (training science 7). */
const GENERAL_NOTE =
  "General training information, no medical advice. Stop and get medical care for chest pain or pressure, fainting, " +
  "palpitations, unusual breathlessness, new swelling of a leg or a blow to the head. See a doctor before you start if " +
  "you have a heart, metabolic or kidney disease, or were not active for months. With fever do not train.";

/** The end of every view of a plan. */
export const healthNote = (metadata: PlanMetadata, page: Page): string[] => [
  "",
  ...hanging("Health: ", metadata.health_note ?? GENERAL_NOTE, page.width).map(page.paint.quiet),
];
