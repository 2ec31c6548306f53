import { defineConfig } from "vitest/config";

/** Opt-in: real servers, a key, and money. `npm run test:live` says how. No other test runs here, and the network is open. */
export default defineConfig({
  test: {
    include: ["test/live/**/*.test.ts"],
    globalSetup: ["test/support/build-first.mjs"],
    env: { NO_COLOR: "1" },
    testTimeout: 15 * 60_000,
    reporters: ["verbose"],
  },
});
