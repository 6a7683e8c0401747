// Runs bundled samples one after another, each against a simulator of its own, and writes what came of each as a line of JSON.
// Those named endless have to last a while without a fault.
// node sample-runner.mjs RESULTS PRELUDE SAMPLE...
import { appendFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [results, prelude, ...files] = process.argv.slice(2);
const { prepare } = await import(pathToFileURL(prelude));

// what a sample prints is for its reader
console.log = console.info = console.warn = console.error = console.table = () => {};
let stray;
for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => (stray ??= error));

for (const file of files) {
  stray = undefined;
  const finish = await prepare();
  const endless = file.includes("endless");
  const late = endless ? undefined : new Error("it did not end within 20 s");
  const limit = new Promise((resolve) => setTimeout(resolve, endless ? 1_500 : 20_000, late));
  const failure = await Promise.race([
    import(pathToFileURL(file)).then(
      () => undefined,
      (error) => error,
    ),
    limit,
  ]);
  // what it left running may still fail
  await new Promise((resolve) => setTimeout(resolve, 20));
  await finish();
  const error = failure ?? stray;
  appendFileSync(results, `${JSON.stringify({ failure: error && String(error?.stack ?? error) })}\n`);
}
process.exit();
