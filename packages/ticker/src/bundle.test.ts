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
