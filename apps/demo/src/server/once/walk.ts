import type { DemoKite } from "../connection.ts";
import type { Terminal } from "../terminal/terminal.ts";

/** A walk through the SDK: every call is made, timed and named. */
export interface Walk {
  readonly kite: DemoKite;
  readonly terminal: Terminal;
  /** Begins a new part of the walk. */
  part(title: string): void;
  /** Makes a call and prints its name. Throws what it throws. */
  step<T>(call: string, run: () => T | Promise<T>): Promise<T>;
}

export function startWalk(kite: DemoKite, terminal: Terminal): Walk {
  const { paint, line } = terminal;
  return {
    kite,
    terminal,
    part(title) {
      line();
      line(paint.bold(title));
    },
    async step(call, run) {
      const started = performance.now();
      const result = await run();
      const took = `${Math.round(performance.now() - started)} ms`;
      line();
      line(`${paint.gain("✓")} ${paint.accent(call)} ${paint.faint(took)}`);
      return result;
    },
  };
}
