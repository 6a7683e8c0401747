import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const packageRoot: string = fileURLToPath(new URL("../../", import.meta.url));

/** A folder in which `kiteconnect` and `@kite/legacy` are installed. */
export interface Project {
  readonly path: string;
  /** Copies a sample into it and gives its folder. */
  add(sample: string): string;
  remove(): void;
}

/** Makes such a folder. Ours is bundled from its sources, so that a program can load it without a build. */
export async function project(): Promise<Project> {
  const path = mkdtempSync(join(packageRoot, "node_modules/.project-"));
  const home = join(path, "node_modules/@kite/legacy");
  for (const [entry, outfile] of [
    ["index.ts", "index.cjs"],
    ["interfaces/index.ts", "dist/interfaces/index.js"],
    ["constants/index.ts", "dist/constants/index.js"],
    ["doctor/main.ts", "dist/doctor/main.js"],
  ] as const) {
    mkdirSync(dirname(join(home, outfile)), { recursive: true });
    await build({
      entryPoints: [join(packageRoot, "src", entry)],
      outfile: join(home, outfile),
      bundle: true,
      platform: "node",
      format: "cjs",
      conditions: ["@kite/source"],
      logLevel: "error",
    });
  }
  writeFileSync(join(home, "package.json"), JSON.stringify({ name: "@kite/legacy", main: "index.cjs" }));
  return {
    path,
    add(sample) {
      const to = join(path, sample);
      cpSync(join(packageRoot, "fixtures/samples", sample), to, { recursive: true });
      return to;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
