import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { rolldown } from "rolldown";
import webpack from "webpack";
import { root } from "./packages.ts";

/** What an app loads for a piece of code: at its start, and in chunks that it may load later. */
export interface BundledCode {
  readonly initial: string;
  readonly later: string;
}

/** Runs work with a folder of entry files at a place from which every package resolves as it would in an app. */
async function withEntries<T>(
  codes: readonly string[],
  work: (entries: string[], out: string) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(root, "node_modules/.bundle-"));
  const out = mkdtempSync(join(tmpdir(), "bundle-"));
  try {
    const entries = codes.map((code, index) => {
      const file = join(folder, `entry${index}.js`);
      writeFileSync(file, code);
      return file;
    });
    return await work(entries, out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    rmSync(out, { recursive: true, force: true });
  }
}

/** Bundles each piece of code by itself for a browser, minified, and gives the code in the same order. */
export async function bundleWithEsbuild(codes: readonly string[], external: string[] = []): Promise<BundledCode[]> {
  return withEntries(codes, (entries) =>
    Promise.all(
      entries.map(async (entry) => {
        const { outputFiles, metafile } = await esbuild({
          entryPoints: [entry],
          bundle: true,
          minify: true,
          format: "esm",
          platform: "browser",
          splitting: true,
          outdir: "out",
          write: false,
          metafile: true,
          external,
          logLevel: "silent",
        });
        const text = new Map(outputFiles.map((file) => [file.path, file.text]));
        const textOf = (path: string) => [...text].find(([file]) => file.endsWith(path))?.[1] ?? "";
        const outputs = Object.entries(metafile.outputs);
        const start = outputs.find(([, output]) => output.entryPoint?.includes("entry"))?.[0] ?? "";
        const initial = new Set<string>();
        const reached = new Set<string>();
        const follow = (path: string, isInitial: boolean) => {
          const seen = isInitial ? initial : reached;
          if (seen.has(path)) return;
          seen.add(path);
          for (const { path: next, kind } of metafile.outputs[path]?.imports ?? [])
            follow(next, isInitial && kind === "import-statement");
        };
        follow(start, true);
        follow(start, false);
        const join = (paths: Iterable<string>) => [...paths].map((path) => textOf(path)).join("\n");
        return { initial: join(initial), later: join([...reached].filter((path) => !initial.has(path))) };
      }),
    ),
  );
}

export async function bundleWithRolldown(codes: readonly string[]): Promise<string[]> {
  return withEntries(codes, async (entries) => {
    const bundled: string[] = [];
    for (const entry of entries) {
      const bundle = await rolldown({ input: entry, platform: "browser", logLevel: "silent" });
      const { output } = await bundle.generate({ format: "esm", minify: true });
      await bundle.close();
      bundled.push(output.map((chunk) => ("code" in chunk ? chunk.code : "")).join("\n"));
    }
    return bundled;
  });
}

export async function bundleWithWebpack(codes: readonly string[]): Promise<string[]> {
  return withEntries(codes, async (entries, out) => {
    const compiler = webpack(
      entries.map(
        (entry, index): webpack.Configuration => ({
          mode: "production",
          target: "web",
          entry,
          output: { path: join(out, String(index)), filename: "main.js" },
          // The names of endpoints are texts, which no minifier changes; leaving it out is ten times faster.
          optimization: { minimize: false },
          performance: false,
        }),
      ),
    );
    await new Promise<void>((resolve, reject) => {
      compiler?.run((error, stats) => {
        if (error ?? stats?.hasErrors()) reject(error ?? new Error(stats?.toString("errors-only")));
        else compiler.close((failure) => (failure ? reject(failure) : resolve()));
      });
    });
    return entries.map((_, index) =>
      readdirSync(join(out, String(index)))
        .map((file) => readFileSync(join(out, String(index), file), "utf8"))
        .join("\n"),
    );
  });
}
