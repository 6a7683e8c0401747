import { existsSync, readdirSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Workspace packages resolve to their TypeScript source, so the tests need no build. */
const conditions = ["@kite/source", "module", "node", "development|production"];

/** One project per package: `pnpm test --project core`. Tests that look at the whole repository are in `tests/`. */
const packages = ["packages", "apps"].flatMap((group) =>
  readdirSync(group)
    .filter((name) => existsSync(`${group}/${name}/package.json`))
    .map((name) => ({
      extends: true as const,
      test: {
        name,
        root: `${group}/${name}`,
        include: ["src/**/*.test.ts"],
        typecheck: { enabled: group === "packages", include: ["src/**/*.test-d.ts"], tsconfig: "tsconfig.json" },
      },
    })),
);
const repository = {
  extends: true as const,
  test: { name: "repository", include: ["tests/*.test.ts"], globalSetup: "tests/workspace/build.ts" },
};

export default defineConfig({
  ssr: { resolve: { conditions } },
  // two also on a machine with two cores: a good part of the tests' time is waiting
  test: { projects: [...packages, repository], maxWorkers: Math.max(2, availableParallelism() - 1) },
});
