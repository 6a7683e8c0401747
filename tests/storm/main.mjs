import { judge } from "./judge.mjs";
import { runStorm } from "./run-storm.mjs";

const [placements = 10_000, seed = 1] = process.argv.slice(2).map(Number);
const started = performance.now();
console.log(`${placements} placements by 8 callers, on a clock 5 times as fast as the real one, seed ${seed}`);
const result = await runStorm({
  placements,
  seed,
  onProgress: (count) => console.log(`${count} of ${placements} have ended`),
});

console.log("\nFaults of the exchange, and how often they struck");
for (const { fault, struck } of result.counts) {
  const { kind, ...facts } = fault;
  const told = Object.entries(facts).map(([name, value]) => `${name} ${value}`);
  console.log(`${String(struck).padStart(7)}  ${kind} (${told.join(", ")})`);
}

const verdict = judge(result);
console.log("\nWhat came of it");
for (const [name, value] of Object.entries(verdict)) {
  const text = Number.isInteger(value) ? value.toLocaleString("en-IN") : `${(value * 100).toFixed(1)} %`;
  console.log(`${text.padStart(9)}  ${name}`);
}
console.log(`\n${Math.round((performance.now() - started) / 1_000)} s`);

const isGood =
  verdict.answered === placements &&
  verdict.duplicates === 0 &&
  verdict["untrue answers"] === 0 &&
  verdict["orders nobody was told of"] === 0 &&
  verdict["most in a sliding second"] <= 10 &&
  verdict["most in a sliding minute"] <= 400 &&
  verdict["most in a day"] <= 5_000;
process.exitCode = isGood ? 0 : 1;
