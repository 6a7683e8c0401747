import { defineConfig } from "vitest/config";

/** Releases, played on a copy of the workspace. */
export default defineConfig({
  test: { include: ["tests/release/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
});
