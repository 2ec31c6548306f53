import { defineConfig } from "vitest/config";

/** Files read by programs of others: opt-in, because these have to be there (docs/tests.md names them). */
export default defineConfig({
  test: { include: ["test/foreign/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 60_000, maxWorkers: 1 },
});
