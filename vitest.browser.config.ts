import { defineConfig } from "vitest/config";

/** The page in a real browser: opt-in, because it needs one (`CHROMIUM`, or Debian's /usr/bin/chromium). */
export default defineConfig({
  test: { include: ["test/browser/**/*.test.ts"], testTimeout: 60_000, hookTimeout: 60_000, maxWorkers: 1 },
});
