// Rehearses a release: pnpm release:rehearse
import { join } from "node:path";
import { bundleForWorker, bundlers } from "./bundlers.mjs";
import { startExchange } from "./exchange.mjs";
import { faultsOf } from "./hygiene.mjs";
import { emptyProject, installed, managers, writeProgram } from "./install.mjs";
import { anywhere, onServers, programs } from "./programs.mjs";
import { publishTo } from "./publish.mjs";
import { startRegistry } from "./registry.mjs";
import { Report } from "./report.mjs";
import { run } from "./run.mjs";
import { inWorker, runtimes } from "./runtimes.mjs";

const report = new Report();
const registry = await startRegistry();
let exchange;
try {
  report.heading("Publish to a private registry");
  const published = await publishTo(registry.url);
  for (const { name, version } of published) report.fine(`${name}@${version}`);
  const names = published.map(({ name }) => name);
  exchange = await startExchange(registry.url);

  report.heading("Install each package alone with npm, and run it");
  for (const name of names) {
    await report.step(name, async () => {
      const path = emptyProject(registry.url, "npm");
      const [command, ...args] = await managers.npm(path, withPeers(name));
      const faults = faultsOf(join(path, "node_modules", name));
      if (faults.length) throw new Error(faults.join("\n"));
      const { packages, files, bytes } = installed(path);
      const folder = name.slice("@kite/".length);
      await expectFine(() =>
        run(command, [...args, writeProgram(path, "use.mjs", programs[folder], exchange.kite)], { cwd: path }),
      );
      return `${packages} packages, ${files} files, ${(bytes / 1e6).toFixed(2)} MB`;
    });
  }

  for (const manager of ["pnpm", "yarn"]) {
    report.heading(`Install with ${manager}, and run`);
    for (const folder of anywhere) {
      await report.step(`@kite/${folder}`, async () => {
        const path = emptyProject(registry.url, manager);
        const [command, ...args] = await managers[manager](path, withPeers(`@kite/${folder}`));
        await expectFine(() =>
          run(command, [...args, writeProgram(path, "use.mjs", programs[folder], exchange.kite)], { cwd: path }),
        );
      });
    }
  }

  const all = emptyProject(registry.url, "npm");
  await managers.npm(all, [...names, "undici@7"]);
  for (const [runtime, start] of Object.entries(runtimes)) {
    report.heading(`Run on ${runtime}`);
    for (const folder of runtime.startsWith("Node") ? Object.keys(programs) : onServers) {
      await report.step(`@kite/${folder}`, () =>
        expectFine(() => start(writeProgram(all, `${folder}.mjs`, programs[folder], exchange.kite), all)),
      );
    }
  }
  report.heading("Run in a worker (workerd)");
  for (const folder of onServers) {
    await report.step(`@kite/${folder}`, async () => {
      await inWorker(all, await bundleForWorker(all, programs[folder], exchange.kite));
    });
  }

  for (const [bundler, bundle] of Object.entries(bundlers)) {
    report.heading(`Bundle with ${bundler} for browsers, and run`);
    for (const folder of anywhere) {
      await report.step(`@kite/${folder}`, async () => {
        const { file, bytes } = await bundle(all, `${folder}.mjs`);
        // a browser's WebSocket is in Node from 22 on
        await expectFine(() => runtimes["Node 24"](file, all));
        return `${bytes} B brotli at the start`;
      });
    }
  }
} finally {
  await exchange?.stop();
  registry.stop();
}
report.end();

function withPeers(name) {
  return name === "@kite/core" || ["@kite/models", "@kite/simulator"].includes(name) ? [name] : ["@kite/core", name];
}

async function expectFine(start) {
  const printed = (await start()).trim().split("\n").at(-1);
  if (printed !== "fine") throw new Error(`it printed ${JSON.stringify(printed)}`);
}
