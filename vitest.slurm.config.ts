import { defineConfig } from "vitest/config";

/** A real cluster of one node: opt-in, because Slurm has to be there (docs/tests.md says how). */
export default defineConfig({
  test: {
    include: ["test/slurm/**/*.test.ts"],
    globalSetup: ["test/support/build-first.mjs"],
    testTimeout: 600_000,
    hookTimeout: 120_000,
    maxWorkers: 1,
  },
});
