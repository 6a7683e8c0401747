import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { root } from "./run.mjs";

const tools = createRequire(`${root}package.json`);
const demo = createRequire(`${root}apps/demo/package.json`);
const load = (require, name) => import(pathToFileURL(require.resolve(name)).href);

/** Bundles an entry for browsers into `out/`; each gives the entry's file and the bytes at the start. */
export const bundlers = {
  async esbuild(folder, entry) {
    const { build } = await load(tools, "esbuild");
    await build({
      absWorkingDir: folder,
      entryPoints: [entry],
      bundle: true,
      minify: true,
      splitting: true,
      format: "esm",
      platform: "browser",
      target: "es2022",
      outdir: "out-esbuild",
      outExtension: { ".js": ".mjs" },
      logLevel: "error",
    });
    return outputOf(folder, "out-esbuild", entry);
  },
  async Vite(folder, entry) {
    const { build } = await load(demo, "vite");
    await build({
      root: folder,
      configFile: false,
      logLevel: "error",
      build: {
        target: "es2022",
        outDir: "out-vite",
        lib: { entry: join(folder, entry), formats: ["es"], fileName: () => entry },
        minify: true,
      },
    });
    return outputOf(folder, "out-vite", entry);
  },
  async webpack(folder, entry) {
    const { default: webpack } = await load(tools, "webpack");
    const compiler = webpack({
      context: folder,
      mode: "production",
      target: "es2022",
      entry: `./${entry}`,
      experiments: { outputModule: true },
      output: { path: join(folder, "out-webpack"), filename: entry, chunkFilename: "[id].mjs", module: true },
      performance: { hints: false },
    });
    const stats = await new Promise((resolve, reject) =>
      compiler.run((error, done) => (error ? reject(error) : resolve(done))),
    );
    if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
    return outputOf(folder, "out-webpack", entry);
  },
};

/** What a page loads before anything runs: the entry and what it imports at once. */
function outputOf(folder, out, entry) {
  const start = new Set();
  const read = (file) => {
    if (start.has(file)) return;
    start.add(file);
    for (const [, next] of readFileSync(file, "utf8").matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      read(join(dirname(file), next));
    }
  };
  read(join(folder, out, entry));
  const sizes = [...start].map((file) => brotliCompressSync(readFileSync(file)).length);
  return { file: join(folder, out, entry), bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

/** A worker's module around a bundle: the test passes when the program prints its word. */
export async function bundleForWorker(folder, program, kite) {
  const body = program.replace(/^import .*$/gm, "").replace('console.log("fine");', "");
  const imports = program.match(/^import .*$/gm)?.join("\n") ?? "";
  writeFileSync(
    join(folder, "worker-entry.mjs"),
    `${imports}\nglobalThis.KITE = ${JSON.stringify(kite)};\nexport default { async test() {\n${body}\n} };\n`,
  );
  const { build } = await load(tools, "esbuild");
  await build({
    absWorkingDir: folder,
    entryPoints: ["worker-entry.mjs"],
    bundle: true,
    format: "esm",
    conditions: ["workerd", "worker", "browser"],
    outfile: "worker.mjs",
    logLevel: "error",
  });
  return "worker.mjs";
}
