import { createPaint, type Paint, takesColour } from "./paint.ts";

/** Where the demo speaks to the person who started it. */
export interface Terminal {
  readonly paint: Paint;
  /** Prints a line, or an empty one. */
  line(text?: string): void;
  /** Prints lines a little to the right. */
  block(lines: readonly string[]): void;
}

/** Makes a terminal of an output stream. An output that has gone away (a pipe to `head`) ends nothing. */
export function createTerminal(output: NodeJS.WriteStream, variables: NodeJS.ProcessEnv): Terminal {
  output.on("error", () => {});
  const line = (text = ""): void => {
    if (output.writable) output.write(`${text}\n`);
  };
  return {
    paint: createPaint(takesColour(output, variables)),
    line,
    block: (lines) => {
      for (const text of lines) line(text && `  ${text}`);
    },
  };
}
