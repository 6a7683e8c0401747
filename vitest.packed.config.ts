import { defineConfig } from "vitest/config";

/** The packages as npm delivers them, in an empty project of somebody else's, on every supported Node. */
export default defineConfig({
  test: {
    include: ["tests/packed/*.test.ts"],
    globalSetup: "tests/packed/pack.ts",
    testTimeout: 180_000,
    hookTimeout: 300_000,
    fileParallelism: false,
  },
});
