import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

async function bundle(platform: "browser" | "node", conditions: string[] = []) {
  const { metafile } = await build({
    stdin: { contents: 'export * from "./index.ts";', resolveDir: import.meta.dirname, loader: "ts" },
    bundle: true,
    write: false,
    metafile: true,
    format: "esm",
    splitting: true,
    outdir: "out",
    platform,
    conditions: ["@kite/source", ...conditions],
  });
  const files = Object.keys(metafile.inputs);
  const outside = Object.values(metafile.outputs).flatMap(({ imports }) => imports.filter(({ external }) => external));
  return { hasWs: files.some((file) => /\/ws\/lib\//.test(file)), outside: outside.map(({ path }) => path) };
}

test("a bundle for browsers holds neither ws nor anything of Node", async () => {
  expect(await bundle("browser")).toEqual({ hasWs: false, outside: [] });
});

test("a bundle for Node has ws, which shows why a handshake was refused", async () => {
  const { hasWs, outside } = await bundle("node");
  expect(hasWs).toBe(true);
  expect(outside).toContain("http");
});

test.each(["bun", "deno"])("%s, which also answers to `node`, has the socket of the platform", async (condition) => {
  expect(await bundle("browser", [condition, "node"])).toEqual({ hasWs: false, outside: [] });
});

test("an app starts with at most 6,000 bytes of it, core aside; what connects and decodes comes later", async () => {
  const contents = 'import { createTicker } from "./index.ts"; globalThis.make = createTicker;';
  const { metafile, outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname },
    ...{ bundle: true, minify: true, splitting: true, format: "esm", platform: "browser", outdir: "out" },
    ...{ write: false, metafile: true, conditions: ["@kite/source"], external: ["@kite/core"] },
  });
  const sizes = (chunk: string): readonly (readonly [string, number])[] => {
    const file = outputFiles.find(({ path }) => path.endsWith(chunk));
    const atOnce =
      metafile.outputs[chunk]?.imports.filter(({ kind, external }) => kind === "import-statement" && !external) ?? [];
    return [[chunk, brotliCompressSync(file?.contents ?? "").length], ...atOnce.flatMap(({ path }) => sizes(path))];
  };
  const bytes = [...new Map(sizes("out/stdin.js")).values()].reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(1_000);
  expect(bytes).toBeLessThanOrEqual(6_000);
});
