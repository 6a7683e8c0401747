import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

async function bundle(entry: string) {
  const { metafile, outputFiles } = await build({
    stdin: { contents: `export * from "./${entry}";`, resolveDir: import.meta.dirname, loader: "ts" },
    ...{ bundle: true, minify: true, format: "esm", platform: "browser", write: false, metafile: true },
    conditions: ["@kite/source"],
  });
  return {
    bytes: brotliCompressSync(outputFiles[0]?.contents ?? "").length,
    files: Object.keys(metafile.inputs),
    outside: Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external)),
  };
}

test("the handler holds nothing of Node: it runs in workers", async () => {
  const { files, outside } = await bundle("index.ts");
  expect(outside).toEqual([]);
  expect(files.filter((file) => /\/ws\/lib\//.test(file))).toEqual([]);
});

test("the page's part holds nothing of the server, in 600 bytes", async () => {
  const { files, bytes } = await bundle("browser.ts");
  expect(files.filter((file) => /hono|jose|session|proxy/.test(file))).toEqual([]);
  expect(bytes).toBeLessThanOrEqual(600);
});
