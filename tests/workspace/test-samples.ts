import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "./packages.ts";
import type { Sample } from "./samples.ts";

/** Runs a sample that is a test file, as its reader would. Gives what Vitest printed, or throws with it. */
export async function runTestSample({ code }: Sample): Promise<string> {
  const folder = mkdtempSync(join(root, "node_modules/.samples-test-"));
  try {
    writeFileSync(join(folder, "sample.test.ts"), code);
    writeFileSync(
      join(folder, "vitest.config.ts"),
      `export default {
        ssr: { resolve: { conditions: ["@kite/source", "module", "node", "development|production"] } },
        test: { include: ["*.test.ts"], exclude: [] },
      };`,
    );
    const { stdout } = await promisify(execFile)(`${root}node_modules/.bin/vitest`, ["run", "--root", folder], {
      cwd: folder,
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${stdout}\n${stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
