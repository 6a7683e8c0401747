import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, run } from "./run.mjs";

const VERSION = "6.2.4"; // the newest that runs on Node 20

/** Starts a private npm registry on loopback: it keeps `@kite/*` to itself and fetches everything else. */
export async function startRegistry() {
  const program = await install();
  const folder = mkdtempSync(join(tmpdir(), "kite-registry-"));
  const port = await freePort();
  const upstream = (await run("npm", ["config", "get", "registry"], { cwd: tmpdir() })).trim();
  writeFileSync(
    join(folder, "config.yaml"),
    JSON.stringify({
      storage: join(folder, "storage"),
      auth: { htpasswd: { file: join(folder, "htpasswd") } },
      uplinks: { npm: { url: upstream, cache: true } },
      packages: {
        "@kite/*": { access: "$all", publish: "$all" },
        "**": { access: "$all", proxy: "npm" },
      },
      log: { type: "stdout", format: "pretty", level: "error" },
    }),
  );
  const child = spawn(
    process.execPath,
    [program, "--config", join(folder, "config.yaml"), "--listen", `127.0.0.1:${port}`],
    {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, ...(await trusted()) },
    },
  );
  const url = `http://127.0.0.1:${port}/`;
  const ended = once(child, "exit").then(([code]) => Promise.reject(new Error(`the registry ended with ${code}`)));
  ended.catch(() => {});
  await Promise.race([answers(url), ended]);
  return { url, stop: () => child.kill() };
}

/** In a folder of its own and not among our dependencies: nobody but this program needs its 300 packages. */
async function install() {
  const folder = `${root}node_modules/.verdaccio-${VERSION}`;
  const program = `${folder}/node_modules/verdaccio/bin/verdaccio`;
  if (existsSync(program)) return program;
  mkdirSync(folder, { recursive: true });
  // one of its parts asks for node-fetch by a tag that not every mirror of the registry keeps
  writeFileSync(`${folder}/package.json`, '{ "private": true, "overrides": { "node-fetch": "2.7.0" } }\n');
  await run("npm", ["install", "--no-audit", "--no-fund", `verdaccio@${VERSION}`], { cwd: folder });
  return program;
}

/** What npm trusts on this machine besides the usual certificates: it does not tell the programs it starts. */
async function trusted() {
  const file = (await run("npm", ["config", "get", "cafile"], { cwd: tmpdir() })).trim();
  return existsSync(file) ? { NODE_EXTRA_CA_CERTS: file } : {};
}

async function answers(url) {
  while (!(await fetch(`${url}-/ping`).catch(() => undefined))?.ok) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  return port;
}
