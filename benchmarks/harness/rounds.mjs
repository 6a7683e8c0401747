import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const script = fileURLToPath(new URL("case.mjs", import.meta.url));

/** Milliseconds for one case in one scenario; the longest takes about a minute on a quiet machine. What hangs is killed then. */
const longest = 600_000;

/**
 * Measures every case of a suite in every scenario: a process each, one at a time, the cases in turn and each round in the other
 * direction, so that a slow moment of the machine does not strike one case alone.
 *
 * Gives a list of `{ case, scenario, round, figures }`. One that fails or hangs has no figures, but `failed`, which says why.
 */
export async function runRounds(name, suite, rounds, tell) {
  const results = [];
  const cases = Object.keys(suite.cases);
  for (const measure of suite.measures) {
    for (let round = 0; round < Math.min(rounds, measure.rounds ?? rounds); round += 1) {
      for (const scenario of suite.scenarios) {
        for (const each of round % 2 ? [...cases].reverse() : cases) {
          tell(`${measure.name}, round ${round + 1}: ${each}, ${scenario}`);
          const flags = ["--expose-gc", ...(measure.flags ?? [])];
          const command = [...flags, script, name, measure.name, each, scenario];
          const options = { timeout: longest, killSignal: "SIGKILL" };
          const outcome = await run(process.execPath, command, options).then(
            ({ stdout }) => ({ figures: JSON.parse(stdout.trim().split("\n").at(-1)) }),
            (error) => ({ figures: {}, failed: error.killed ? `killed after ${longest / 1_000} s` : error.message }),
          );
          results.push({ case: each, scenario, round, ...outcome });
        }
      }
    }
  }
  return results;
}
