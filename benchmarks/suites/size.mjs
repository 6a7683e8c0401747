import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const folder = fileURLToPath(new URL("..", import.meta.url));

const cases = {
  kiteconnect: {
    packages: ["kiteconnect"],
    code: 'import { KiteConnect } from "kiteconnect"; globalThis.call = () => new KiteConnect({ api_key: "key" }).getHoldings();',
  },
  "kiteconnect-ts": {
    packages: ["kiteconnect-ts"],
    code: 'import { KiteConnect } from "kiteconnect-ts"; globalThis.call = () => new KiteConnect({ api_key: "key" }).getHoldings();',
  },
  "createKite, getHoldings": {
    packages: ["@kite/core", "@kite/models", "@kite/portfolio"],
    code: 'import { createKite } from "@kite/core"; import { getHoldings } from "@kite/portfolio"; globalThis.call = () => getHoldings(createKite({ apiKey: "key" }));',
  },
  "createKite, placeOrder": {
    packages: ["@kite/core", "@kite/models", "@kite/orders"],
    code: 'import { createKite } from "@kite/core"; import { placeOrder } from "@kite/orders"; globalThis.call = (order) => placeOrder(createKite({ apiKey: "key" }), order);',
  },
  "floor: fetch": {
    packages: [],
    code: 'globalThis.call = async () => (await fetch("https://api.kite.trade/portfolio/holdings", { headers: { "X-Kite-Version": "3", Authorization: "token key:token" } })).json();',
  },
};

/** Bytes (brotli) of what a page loads at its start for one call. What Node alone has is left out of the peers' bundles. */
async function bundled({ code }) {
  const { build } = await import("esbuild");
  const { outputFiles, metafile } = await build({
    stdin: { contents: code, resolveDir: folder },
    bundle: true,
    minify: true,
    splitting: true,
    format: "esm",
    platform: "browser",
    outdir: "out",
    write: false,
    metafile: true,
    external: [
      "querystring",
      "timers",
      "crypto",
      "util",
      "url",
      "fs",
      "path",
      "events",
      "stream",
      "http",
      "https",
      "zlib",
    ],
    logLevel: "silent",
  });
  const output = Object.entries(metafile.outputs);
  const initial = new Set(output.filter(([, { entryPoint }]) => entryPoint === "<stdin>").map(([name]) => name));
  for (const name of initial) {
    for (const { path, kind } of metafile.outputs[name].imports)
      if (kind === "import-statement" && path in metafile.outputs) initial.add(path);
  }
  const texts = outputFiles
    .filter(({ path }) => [...initial].some((name) => path.endsWith(name)))
    .map(({ text }) => text);
  return { bundle: brotliCompressSync(texts.join("\n")).length };
}

const nodesOf = (path) =>
  readdirSync(path, { withFileTypes: true, recursive: true }).map((entry) =>
    join(entry.parentPath ?? entry.path, entry.name),
  );

/** Packs what is ours as it would be published, installs it with its dependencies, and weighs the folder. */
function installed({ packages }) {
  if (packages.length === 0) return {};
  const place = mkdtempSync(join(tmpdir(), "size-"));
  const run = (command, args, cwd) =>
    execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  try {
    const dependencies = Object.fromEntries(
      packages.map((name) => {
        const own = /^@kite\/(.+)$/.exec(name)?.[1];
        if (!own)
          return [name, JSON.parse(readFileSync(join(folder, "node_modules", name, "package.json"), "utf8")).version];
        const file = join(place, `${own}.tgz`);
        run("pnpm", ["pack", "--out", file], join(folder, "../packages", own));
        return [name, `file:${file}`];
      }),
    );
    writeFileSync(join(place, "package.json"), JSON.stringify({ dependencies, overrides: dependencies }));
    run("npm", ["install", "--omit=dev", "--omit=optional", "--no-audit", "--no-fund", "--ignore-scripts"], place);
    const files = nodesOf(join(place, "node_modules")).filter((path) => statSync(path).isFile());
    const isPackage = (path) => /node_modules\/(@[^/]+\/)?[^/]+\/package\.json$/.test(path);
    return {
      packages: new Set(files.filter(isPackage).map(dirname)).size,
      megabytes: files.reduce((bytes, path) => bytes + statSync(path).size, 0) / 1e6,
    };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

export const suite = {
  title: "One call in a page, and what an install weighs",
  rounds: 1,
  scenarios: ["size"],
  describe: () => "size",
  cases,
  measures: [{ name: "size", run: async (each) => ({ ...(await bundled(each)), ...installed(each) }) }],
  figures: [
    { name: "bundle", title: "bytes at a page's start, brotli (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "packages", title: "packages installed" },
    { name: "megabytes", title: "MB installed (kiteconnect / case)", baseline: "kiteconnect" },
  ],
};
