import { METRIC } from "../../src/plan/measures.ts";
import type { Page } from "../../src/report/page.ts";
import { plainPaint } from "../../src/report/paint.ts";

/** 80 columns, no colour. */
export const plainPage: Page = { width: 80, paint: plainPaint, unicode: true, measures: METRIC };
