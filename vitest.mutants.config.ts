import { defineConfig } from "vitest/config";

/** For `npm run mutants`: tests inside one process alone, so that neither `dist/` nor a server has to be there. */
export default defineConfig({
  test: {
    include: ["test/unit/**/*.test.ts"],
    setupFiles: ["test/support/no-network.mjs", "test/support/same-draws.ts"],
    env: { NO_COLOR: "1" },
    isolate: false,
  },
});
