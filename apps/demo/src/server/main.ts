import { isKiteError } from "@kite/core";
import { serveDashboard } from "./dashboard.ts";
import { configuredExchange } from "./exchange.ts";
import { helpText } from "./help.ts";
import { PortTaken } from "./listen.ts";
import { runOnce } from "./once.ts";
import { type Options, readOptions, UsageError } from "./options.ts";
import { PageMissing } from "./page-files.ts";
import { untilStopped } from "./stop.ts";
import { createTerminal, type Terminal } from "./terminal/terminal.ts";

const terminal = createTerminal(process.stdout, process.env);

try {
  await run(readOptions(process.argv.slice(2)), terminal);
} catch (error) {
  createTerminal(process.stderr, process.env).line(`kite demo: ${explain(error)}`);
  process.exitCode = 1;
}

async function run(options: Options, terminal: Terminal): Promise<void> {
  if (options.help) return terminal.line(helpText.trimEnd());
  if (options.once) return runOnce(terminal);
  const dashboard = await serveDashboard(options, configuredExchange(process.env), terminal);
  await untilStopped();
  await dashboard.close();
  terminal.line("Stopped.");
}

/** A sentence for everything that can be put right by the person who started this; the stack for what cannot. */
function explain(error: unknown): string {
  if (error instanceof UsageError) return `${error.message}\nSee --help.`;
  if (error instanceof PortTaken) return `${error.message}. Stop what listens there, or choose another with --port N.`;
  if (error instanceof PageMissing)
    return `${error.message}. Run “pnpm demo” at the top of the repository: it builds first.`;
  if (isKiteError(error)) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
