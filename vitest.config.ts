import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the counts of this run; unset for people. */
const results = process.env.CYCLING_PLAN_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Real providers cost money and need a key: they are no part of the default run.
    exclude: ["test/live/**"],
    globalSetup: ["test/support/build-first.mjs"],
    setupFiles: ["test/support/no-network.mjs"],
    env: { NO_COLOR: "1" },
    testTimeout: 30_000,
    // Half of the tests wait for processes of their own.
    maxWorkers: 2,
    reporters: results === undefined ? ["default"] : ["default", ["json", { outputFile: results }]],
  },
});
