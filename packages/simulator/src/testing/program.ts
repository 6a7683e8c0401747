import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const home: string = fileURLToPath(new URL("../../", import.meta.url));

/** The program as it is published: compiled into a folder from which its dependencies can be found. */
export interface Program {
  /** Starts it; the environment holds nothing but what is given. */
  start(args: readonly string[], variables?: Readonly<Record<string, string>>): Run;
  /** Ends what still runs, which is what a test has left that failed. */
  remove(): Promise<void>;
}

export function buildProgram(): Program {
  const folder = mkdtempSync(join(home, "node_modules/.program-"));
  const flags = ["--outDir", join(folder, "dist"), "--declaration", "false", "--isolatedDeclarations", "false"];
  // what is wrong with the types is for another check to say, and the program is written all the same
  const compiler = join(home, "node_modules/.bin/tsc");
  try {
    execFileSync(compiler, ["-p", join(home, "tsconfig.build.json"), ...flags], { stdio: "ignore" });
  } catch {}
  copyFileSync(join(home, "package.json"), join(folder, "package.json"));
  const runs: Run[] = [];
  return {
    start(args, variables = {}) {
      const run = new Run(join(folder, "dist/cli/main.js"), args, variables);
      runs.push(run);
      return run;
    },
    async remove() {
      await Promise.all(runs.map((run) => run.stop("SIGKILL")));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A run of the program. */
class Run {
  readonly #process: ChildProcess;
  readonly #ended: Promise<unknown>;
  readonly #waiting = new Set<() => void>();
  /** What it has printed so far. */
  out = "";
  errors = "";

  constructor(file: string, args: readonly string[], variables: Readonly<Record<string, string>>) {
    this.#process = spawn(process.execPath, [file, ...args], { env: { PATH: process.env.PATH, ...variables } });
    this.#process.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.out += text;
      for (const look of [...this.#waiting]) look();
    });
    this.#process.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.errors += text;
    });
    this.#ended = once(this.#process, "close").then(() => {
      for (const look of [...this.#waiting]) look();
    });
  }

  /** Waits for something to be printed, and gives it; empty when the program ends without having said it. */
  said(pattern: RegExp): Promise<RegExpExecArray | undefined> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = pattern.exec(this.out);
        if (!found && this.#process.exitCode === null) return;
        this.#waiting.delete(look);
        resolve(found ?? undefined);
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** Waits for the end, and gives the exit code; `SIGTERM` when a signal ended it. */
  async ended(): Promise<number | string | null> {
    await this.#ended;
    return this.#process.exitCode ?? this.#process.signalCode;
  }

  /** Sends a signal and waits for the end. */
  async stop(signal: "SIGINT" | "SIGTERM" | "SIGKILL" = "SIGINT"): Promise<number | string | null> {
    this.#process.kill(signal);
    return this.ended();
  }
}
