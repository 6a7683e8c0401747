import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { promisify } from "node:util";
import { build, type Plugin } from "esbuild";
import { root } from "./packages.ts";
import type { Sample } from "./samples.ts";

const run = promisify(execFile);
const runner = `${root}tests/workspace/sample-runner.mjs`;

/** Runs samples against simulators. Gives, by place, why a sample failed; undefined when it ran to its end. */
export async function runSamples(samples: readonly Sample[]): Promise<Map<string, string | undefined>> {
  const folder = mkdtempSync(join(root, "node_modules/.samples-run-"));
  try {
    const names = samples.map(({ kind }, index) => `${kind}${index}`);
    const sources = names.map((name) => join(folder, `${name}.ts`));
    for (const [index, source] of sources.entries()) writeFileSync(source, samples[index]?.code ?? "");
    await build({
      entryPoints: [...sources, `${root}tests/workspace/sample-prelude.ts`],
      outbase: root,
      entryNames: "[name]",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      conditions: ["@kite/source"],
      outdir: join(folder, "out"),
      outExtension: { ".js": ".mjs" },
      external: ["undici", "vitest", "react", "lightweight-charts"],
      plugins: [socketsToSimulator],
      logLevel: "silent",
      // packages inside that use require
      banner: { js: 'import { createRequire as $r } from "node:module"; const require = $r(import.meta.url);' },
    });
    const built = (name: string) => join(folder, "out", `${name}.mjs`);
    mkdirSync(join(folder, "work"));
    const results = join(folder, "results");
    const files = names.map(built);
    await run(process.execPath, [runner, results, built("sample-prelude"), ...files], { cwd: join(folder, "work") });
    const lines = readFileSync(results, "utf8").trim().split("\n");
    return new Map(lines.map((line, index) => [samples[index]?.place ?? "", JSON.parse(line).failure]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Samples name Kite's own address; their sockets have to lead to the simulator. */
const socketsToSimulator: Plugin = {
  name: "sockets-to-simulator",
  setup({ onResolve }) {
    const real = createRequire(`${root}packages/ticker/package.json`);
    onResolve({ filter: /^ws$/ }, ({ importer }) =>
      importer.includes("packages/ticker/")
        ? { path: `${root}tests/workspace/sample-socket.ts` }
        : { path: real.resolve("ws").replace(/index\.js$/, "wrapper.mjs") },
    );
  },
};
