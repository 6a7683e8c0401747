import { defineConfig, type ViteUserConfig } from "vitest/config";

/** The built server and page, in a real browser. `pnpm build` first; not part of `pnpm test`. */
const config: ViteUserConfig = defineConfig({
  test: {
    name: "demo in a browser",
    include: ["e2e/**/*.e2e.ts"],
    // one browser at a time is all a small machine has room for
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // a machine that does other things at the same time now and then leaves a browser waiting for half a minute
    retry: 2,
  },
});

export default config;
