// node run.mjs [suite…] [--rounds n]: measures, prints tables, and writes everything to results/.
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { tablesOf } from "./harness/report.mjs";
import { runRounds } from "./harness/rounds.mjs";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: "string" } } });
const known = readdirSync(new URL("suites", import.meta.url)).map((file) => file.replace(/\.mjs$/, ""));
const unknown = positionals.filter((name) => !known.includes(name));
if (unknown.length) throw new Error(`no such suite: ${unknown.join(", ")}; there are ${known.join(", ")}`);

const tell = (text) => process.stderr.isTTY && process.stderr.write(`\r\x1b[K${text}`);
for (const name of positionals.length ? positionals : known) {
  const { suite } = await import(`./suites/${name}.mjs`);
  const rounds = Number(values.rounds ?? suite.rounds);
  const machine = {
    node: process.version,
    cpu: cpus()[0]?.model.trim(),
    cores: availableParallelism(),
    load: loadavg()[0],
    date: new Date().toISOString(),
  };
  const results = await runRounds(name, suite, rounds, tell);
  tell("");
  suite.verify?.(results);

  console.log(`\n## ${suite.title}\n`);
  console.log(
    `Node ${machine.node}, ${machine.cores} cores of ${machine.cpu}, ${machine.date.slice(0, 10)}, ${rounds} rounds.\n`,
  );
  console.log(tablesOf(suite, results).join("\n\n"));
  for (const { case: each, scenario, round, failed } of results.filter((result) => result.failed)) {
    console.error(`FAILED: ${each}, ${scenario}, round ${round + 1}: ${failed}`);
    process.exitCode = 1;
  }

  const folder = new URL("results/", import.meta.url);
  mkdirSync(folder, { recursive: true });
  const file = new URL(`${name}-node${process.versions.node.split(".")[0]}.json`, folder);
  writeFileSync(file, `${JSON.stringify({ suite: name, machine, rounds, results }, null, 2)}\n`);
}
