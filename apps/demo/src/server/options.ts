import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface Options {
  readonly help: boolean;
  /** Walk through the SDK in the terminal, without the page. */
  readonly once: boolean;
  /** Port the user named; undefined: 4173, or the next free one. 0: any free one. */
  readonly port: number | undefined;
}

/** The command line cannot be understood. The message says what is wrong with it. */
export class UsageError extends Error {}

/** Reads the arguments after the program's name. Throws `UsageError`. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parse(args);
  return { help: values.help, once: values.once, port: readPort(values.port) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        help: { type: "boolean", short: "h", default: false },
        once: { type: "boolean", default: false },
        port: { type: "string", short: "p" },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : "the arguments cannot be read");
  }
}

function readPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new UsageError(`--port takes a number from 0 to 65535, got ${JSON.stringify(text)}`);
}
