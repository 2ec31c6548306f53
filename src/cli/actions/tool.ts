import { notYet } from "./not-yet.ts";

/** `tool overview FILE`. */
export const overviewTool = notYet("tool overview", "check an overview that was made elsewhere");
/** `tool week FILE`. */
export const weekTool = notYet("tool week", "check one week against its overview");
/** `tool finalize FILE`. */
export const finalizeTool = notYet("tool finalize", "put the weeks of a plan together");
