import { execFileSync } from "node:child_process";
import { packages, root } from "../workspace/packages.ts";

/** Vitest globalSetup: builds and packs every published package, as a release would. */
export default function setup(): void {
  const run = (command: string, args: readonly string[], cwd: string) =>
    execFileSync(command, args, {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
    });
  run("node_modules/.bin/turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], root);
  for (const { path } of packages) run("pnpm", ["pack", "--out", ".pack/package.tgz"], path);
}
