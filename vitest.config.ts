import { defineConfig } from "vitest/config";

/** Where `.ci/run` wants the counts of this run; unset for people. */
const results = process.env.CYCLING_PLAN_TEST_RESULTS;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Real providers cost money and need a key; a browser, the readers of others and Slurm have to be there.
    exclude: ["test/live/**", "test/browser/**", "test/foreign/**", "test/slurm/**"],
    globalSetup: ["test/support/build-first.mjs", "test/support/in-memory.mjs"],
    setupFiles: ["test/support/no-network.mjs", "test/support/same-draws.ts"],
    env: { NO_COLOR: "1" },
    testTimeout: 30_000,
    // One more than the cores of the smallest machine: many tests wait for a process or a server of their own.
    maxWorkers: 3,
    // Test files of one worker share the modules, and the library that these read: no test leaves anything behind in them.
    isolate: false,
    reporters: results === undefined ? ["default"] : ["default", ["json", { outputFile: results }]],
  },
});
