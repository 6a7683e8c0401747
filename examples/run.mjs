// Runs an example: pnpm example NAME. Without a name it lists them.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const here = fileURLToPath(new URL(".", import.meta.url));
const names = readdirSync(here)
  .filter((file) => file.endsWith(".ts") && file !== "connect.ts")
  .map((file) => file.slice(0, -3));

const name = process.argv[2];
if (name === undefined || !names.includes(name)) {
  if (name !== undefined) console.error(`There is no example ${name}.\n`);
  console.log("pnpm example NAME\n");
  for (const each of names)
    console.log(`  ${each.padEnd(18)} ${readFileSync(`${here}${each}.ts`, "utf8").match(/^\/\/ (.*)/)?.[1]}`);
  console.log(
    "\nThey run on a simulated exchange, or on your account: KITE_API_KEY, KITE_ACCESS_TOKEN and KITE_LIVE=yes.",
  );
  process.exitCode = name === undefined ? 0 : 2;
} else {
  // Node 20 does not read TypeScript
  const outfile = join(mkdtempSync(join(tmpdir(), "kite-example-")), `${name}.mjs`);
  await build({
    entryPoints: [`${here}${name}.ts`],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    conditions: ["@kite/source"],
    banner: { js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);' },
    logLevel: "error",
  });
  await import(pathToFileURL(outfile));
}
