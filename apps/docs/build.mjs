// Builds the documentation into dist/ and looks at every link in it: pnpm docs:build   (--dev serves it while you write)
import { fileURLToPath } from "node:url";
import { build, createServer } from "vitepress";
import { writeApi } from "./build/api.mjs";
import { assemble } from "./build/assemble.mjs";
import { brokenLinks } from "./build/links.mjs";
import { writePlain } from "./build/plain.mjs";

const root = fileURLToPath(new URL(".", import.meta.url));
const out = `${root}dist`;

assemble();
writeApi();
if (process.argv.includes("--dev")) {
  const server = await createServer(root);
  await server.listen();
  server.printUrls();
} else {
  await build(root);
  writePlain(out);
  const { pages, checked, broken } = brokenLinks(out, process.env.SITE_BASE ?? "/");
  for (const { page, link, missing } of broken) console.error(`${page}: ${link} leads to no ${missing}`);
  console.log(`${pages} pages, ${checked} links looked at, ${broken.length} broken`);
  if (broken.length) process.exitCode = 1;
}
