import { execFileSync } from "node:child_process";
import { root } from "./packages.ts";

/** Vitest globalSetup: the tests of this folder look at what is published, so it is built first. */
export default function setup(): void {
  execFileSync("node_modules/.bin/turbo", ["run", "build", "--filter=./packages/*", "--output-logs=errors-only"], {
    cwd: root,
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, TURBO_TELEMETRY_DISABLED: "1" },
  });
}
