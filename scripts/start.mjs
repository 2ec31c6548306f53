/** From a clone to the wizard, or to a plan from the flags behind `npm start --`: installs what is missing, builds, and asks. */
import { ready, runOrStop } from "./ready.mjs";

ready();
runOrStop(["bin/cycling-plan.js", "generate", ...process.argv.slice(2)]);
