import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { borrowed, node, run } from "./run.mjs";

const platform = `${process.platform}-${process.arch}`;

/** Ways to start a program, by the name of the runtime. A runtime that npm has no binary of for this machine is left out. */
export const runtimes = {
  "Node 20": async (file) => run(await node(20), [file]),
  "Node 22": async (file) => run(await node(22), [file]),
  "Node 24": async (file) => run(await node(24), [file]),
  "Node 26": async (file) => run(await node(26), [file]),
  Bun: async (file, cwd) => run(await borrowed(`@oven/bun-${platform}@1.4.5`, "bin/bun"), ["run", file], { cwd }),
  Deno: async (file, cwd) => {
    const deno = await borrowed(`@deno/${platform}${process.platform === "linux" ? "-glibc" : ""}@2.9.6`, "deno");
    return run(
      deno,
      ["run", "--allow-net=127.0.0.1", "--allow-read", "--allow-env", "--node-modules-dir=manual", "--no-lock", file],
      { cwd },
    );
  },
};

/** Runs a bundled module as a worker would, in workerd; gives what it answered. */
export async function inWorker(folder, bundle) {
  const workerd = await borrowed(
    `@cloudflare/workerd-${process.platform}-${process.arch === "x64" ? "64" : process.arch}@1.20261117.1`,
    "bin/workerd",
  );
  writeFileSync(
    join(folder, "worker.capnp"),
    `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = .worker), (name = "internet", network = (allow = ["private", "public"])) ],
);
const worker :Workerd.Worker = ( modules = [ (name = "worker", esModule = embed "${bundle}") ], compatibilityDate = "2025-09-01" );
`,
  );
  return run(workerd, ["test", "worker.capnp"], { cwd: folder, timeout: 60_000 });
}
