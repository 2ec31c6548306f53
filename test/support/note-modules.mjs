/** Writes the address of every module that a process loads to the file named in CYCLING_PLAN_TEST_MODULES. */
import { appendFileSync } from "node:fs";
import { register } from "node:module";

const HOOK = `
  import { appendFileSync } from "node:fs";
  export async function load(url, context, next) {
    appendFileSync(process.env.CYCLING_PLAN_TEST_MODULES, url + "\\n");
    return next(url, context);
  }`;

appendFileSync(process.env.CYCLING_PLAN_TEST_MODULES, "");
register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
