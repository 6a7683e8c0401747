import { createPaint, type Paint, takesStyle } from "./paint.ts";

/** Where the program speaks to the person who started it. */
export interface Terminal {
  readonly paint: Paint;
  /** Whether a line can be written over. */
  readonly isScreen: boolean;
  /** Prints lines. */
  print(...lines: readonly string[]): void;
  /** Prints a line in the place of the latest one of its kind; `print` keeps it where it is. Only for a screen. */
  overwrite(line: string): void;
  /** Prints a line where failures go. */
  complain(line: string): void;
}

/** Makes a terminal of the outputs of a process. An output that has gone away (a pipe to `head`) ends nothing. */
export function createTerminal(
  output: NodeJS.WriteStream,
  errors: NodeJS.WriteStream,
  variables: NodeJS.ProcessEnv,
): Terminal {
  output.on("error", () => {});
  errors.on("error", () => {});
  let unfinished = false;
  const write = (text: string): void => {
    if (output.writable) output.write(text);
  };
  const finish = (): void => {
    if (unfinished) write("\n");
    unfinished = false;
  };
  return {
    paint: createPaint(takesStyle(output, variables)),
    isScreen: output.isTTY === true && variables.TERM !== "dumb",
    print(...lines) {
      finish();
      for (const line of lines) write(`${line}\n`);
    },
    overwrite(line) {
      write(`\r\u001b[K${line}`);
      unfinished = true;
    },
    complain(line) {
      finish();
      if (errors.writable) errors.write(`${line}\n`);
    },
  };
}
