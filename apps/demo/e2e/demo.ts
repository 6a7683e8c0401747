import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const program = fileURLToPath(new URL("../dist/server/main.js", import.meta.url));

/** The built demo, running as a child process with its standard input closed. */
export interface Demo {
  readonly child: ChildProcess;
  /** Everything it has printed so far. */
  output(): string;
  /** Sends the signal and gives the exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts the built demo. It is stopped at the end of the test at the latest. */
export function startDemo(args: readonly string[], variables: Record<string, string> = {}): Demo {
  const { KITE_API_KEY: _, KITE_API_SECRET: __, KITE_ENVIRONMENT: ___, ...inherited } = process.env;
  const child = spawn(process.execPath, [program, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...inherited, ...variables },
  });
  let output = "";
  const collect = (part: Buffer) => {
    output += part;
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const ended = once(child, "close") as Promise<[number | null]>;
  const stop = async (signal: NodeJS.Signals = "SIGTERM") => {
    child.kill(signal);
    return (await ended)[0];
  };
  onTestFinished(async () => void (await stop()));
  return { child, output: () => output, stop };
}

/** Waits for the demo to print the address of its page; gives that. Throws what it printed when it ends instead. */
export async function addressOf({ child, output }: Demo): Promise<string> {
  for (;;) {
    const address = /Open (http:\/\/127\.0\.0\.1:\d+)/.exec(output())?.[1];
    if (address) return address;
    if (child.exitCode !== null) throw new Error(`the demo ended:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
