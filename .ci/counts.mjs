// "N passed, N failed" from vitest's JSON results, as the last line of a run.
import { readFileSync } from "node:fs";

const { numPassedTests, numFailedTests, numPendingTests, numFailedTestSuites, success } = JSON.parse(
  readFileSync(process.argv[2], "utf8"),
);
// A file that cannot even be loaded fails without failing one of its tests.
const failed = numFailedTests > 0 || success ? numFailedTests : Math.max(1, numFailedTestSuites);
const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : "";
console.log(`${numPassedTests} passed, ${failed} failed${skipped}`);
