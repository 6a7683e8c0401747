import { Failure } from "./failure.ts";
import { helpLines } from "./help.ts";
import { readOptions } from "./read-options.ts";
import { recordCommand } from "./record-command.ts";
import { serve } from "./serve.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/**
 * Does what the command line asks for.
 *
 * @param untilStopped - Waits for the end; asked for when there is something to end.
 * @returns the exit code: 0, 1 when it could not be done, 2 when it could not be understood.
 */
export async function run(
  args: readonly string[],
  terminal: Terminal,
  variables: NodeJS.ProcessEnv,
  untilStopped: () => Promise<void>,
): Promise<number> {
  try {
    const options = readOptions(args);
    if (options.does === "help") terminal.print(...helpLines(terminal.paint, version()));
    else if (options.does === "version") terminal.print(version());
    else if (options.does === "serve") await serve(options, terminal, untilStopped());
    else if (options.does === "record") await recordCommand(options, terminal, variables, untilStopped);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`kite-simulator: ${error.message} (--help lists the options)`);
      return 2;
    }
    if (!(error instanceof Failure)) throw error;
    terminal.complain(`kite-simulator: ${error.message}`);
    return 1;
  }
}
